package cn.jointinspection.supervision;

import cn.jointinspection.platform.RuleViolation;

/** A step of a supervision order is done out of turn. */
public final class WrongSupervisionStatus extends RuleViolation {

  private static final long serialVersionUID = 1L;

  WrongSupervisionStatus(long id, SupervisionStatus found, String step, SupervisionStatus needed) {
    super("督办单 DB-%d 当前状态为“%s”，不能%s；需为“%s”。请刷新待办后按当前环节办理。"
        .formatted(id, found.text(), step, needed.text()));
  }
}

package cn.jointinspection.supervision;

import cn.jointinspection.platform.RuleViolation;

/** Only the leading group's office decides on a supervision order (六). */
public final class OnlyTheOfficeSupervises extends RuleViolation {

  private static final long serialVersionUID = 1L;

  OnlyTheOfficeSupervises(long id) {
    super("督办单 DB-%d 只能由领导小组办公室处理。请转告办公室人员登录办理。".formatted(id));
  }
}

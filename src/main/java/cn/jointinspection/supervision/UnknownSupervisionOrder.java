package cn.jointinspection.supervision;

import cn.jointinspection.platform.RuleViolation;

/** There is no such supervision order. */
public final class UnknownSupervisionOrder extends RuleViolation {

  private static final long serialVersionUID = 1L;

  UnknownSupervisionOrder(long id) {
    super("没有编号为 DB-%d 的督办单。请核对督办编号。".formatted(id));
  }
}

package cn.jointinspection.process.supervisionorder;

import cn.jointinspection.platform.RuleViolation;

/** A department reads its own orders; all are for the office and the discipline body. */
public final class NotYourSupervisionOrder extends RuleViolation {

  private static final long serialVersionUID = 1L;

  public NotYourSupervisionOrder(long id) {
    super("督办单 DB-%d 不是发给您所在部门的，不能查看。请在督办台账中选择本部门的督办单。".formatted(id));
  }
}

package cn.jointinspection.deadlines.limits;

import cn.jointinspection.platform.RuleViolation;

/** A new version needs a reason for the record. */
final class ReasonMissing extends RuleViolation {

  private static final long serialVersionUID = 1L;

  ReasonMissing() {
    super("请填写修改理由（不超过 200 字），时限表还没有采用。");
  }
}

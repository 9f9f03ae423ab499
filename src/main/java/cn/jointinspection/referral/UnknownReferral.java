package cn.jointinspection.referral;

import cn.jointinspection.platform.RuleViolation;

/** There is no such referral. */
public final class UnknownReferral extends RuleViolation {

  private static final long serialVersionUID = 1L;

  UnknownReferral(String id) {
    super("没有编号为 %s 的抄告。请核对抄告编号。".formatted(id));
  }
}

package cn.jointinspection.referral;

import cn.jointinspection.platform.RuleViolation;

/** A return, a redirection, a withdrawal or a further question is only made with its reason (全过程留痕, 三). */
public final class ReferralNoteMissing extends RuleViolation {

  private static final long serialVersionUID = 1L;

  ReferralNoteMissing(String id, String step) {
    super("抄告 %s 的“%s”缺少说明。请填写后再提交。".formatted(id, step));
  }
}

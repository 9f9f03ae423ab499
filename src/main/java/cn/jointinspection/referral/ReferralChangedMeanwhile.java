package cn.jointinspection.referral;

import cn.jointinspection.platform.RuleViolation;

/** Two persons acted on the same referral at once; the second is refused. */
public final class ReferralChangedMeanwhile extends RuleViolation {

  private static final long serialVersionUID = 1L;

  ReferralChangedMeanwhile(String id) {
    super("抄告 %s 刚被他人办理过。请刷新后按最新状态办理。".formatted(id));
  }
}

package cn.jointinspection.referral;

import cn.jointinspection.platform.RuleViolation;

/** A step is done out of turn: each has one status it may start from. */
public final class WrongReferralStatus extends RuleViolation {

  private static final long serialVersionUID = 1L;

  WrongReferralStatus(String id, ReferralStatus found, String step, ReferralStatus needed) {
    super("抄告 %s 当前状态为“%s”，不能%s；需为“%s”。请刷新待办后按当前环节办理。"
        .formatted(id, found.text(), step, needed.text()));
  }
}

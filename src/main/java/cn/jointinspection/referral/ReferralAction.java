package cn.jointinspection.referral;

/** What a step of a referral did. */
public enum ReferralAction {
  OPENED("登记抄告"),
  SENT("制发抄告函"),
  ACCEPTED("签收"),
  RETURNED("退回"),
  REDIRECTED("改送"),
  WITHDRAWN("撤回"),
  HANDLED("办理并反馈"),
  ASKED_AGAIN("要求补充反馈"),
  CLOSED("核对通过，办结");

  private final String text;

  ReferralAction(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}

package cn.jointinspection.referral;

/** Where a referral (抄告) stands. */
public enum ReferralStatus {
  DRAFT("待制发抄告函"),
  SENT("待对方签收"),
  RETURNED("已退回，待改送或撤回"),
  ACCEPTED("已签收，办理中"),
  HANDLED("已反馈，待核对"),
  CLOSED("已办结"),
  WITHDRAWN("已撤回");

  private final String text;

  ReferralStatus(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}

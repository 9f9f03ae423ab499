package cn.jointinspection.registry;

/** Why a visit does not count towards the cap of a year (年度频次上限). */
public enum VisitExemption {
  RECHECK("复查"),
  COMPLAINT("投诉举报"),
  HIGH_RISK("高风险"),
  SPECIAL("专项检查");

  private final String label;

  VisitExemption(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}

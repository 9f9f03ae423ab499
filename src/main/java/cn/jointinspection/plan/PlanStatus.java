package cn.jointinspection.plan;

/** Where a plan stands. */
public enum PlanStatus {
  /** Imported, the office has not examined it. */
  DRAFT("待审核"),

  /** In force and public; changed only by a filing (二). */
  PUBLISHED("已公布"),

  /** Refused by the office; kept for the record. */
  DISCARDED("已作废");

  private final String text;

  PlanStatus(String text) {
    this.text = text;
  }

  /** As shown to people. */
  public String text() {
    return text;
  }
}

package cn.jointinspection.plan;

/** Where an application for a change of the plan stands. */
public enum AdjustmentStatus {
  /** The office has yet to file or refuse it. */
  REQUESTED("待备案"),

  /** Refused; the applicant has yet to take note or to apply again. */
  RETURNED("不予备案，待申请部门答复"),

  /** In force and public. */
  FILED("已备案"),

  /** Refused, and the applicant has taken note. */
  REFUSED("不予备案");

  private final String text;

  AdjustmentStatus(String text) {
    this.text = text;
  }

  /** As shown to people. */
  public String text() {
    return text;
  }
}

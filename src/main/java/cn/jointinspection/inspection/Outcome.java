package cn.jointinspection.inspection;

/** What a check found in one matter. */
public enum Outcome {
  NO_PROBLEM("未发现问题"),
  PROBLEM("发现问题"),
  NOT_APPLICABLE("不涉及");

  private final String text;

  Outcome(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}

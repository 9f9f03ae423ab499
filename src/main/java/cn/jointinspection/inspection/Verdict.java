package cn.jointinspection.inspection;

/** Whether a point of a checklist is met. */
public enum Verdict {
  CONFORMS("符合"),
  FAILS("不符合"),
  NOT_APPLICABLE("不适用");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}

package cn.jointinspection.inspection;

/** Why an inspector must not check an object; a code, never a personal detail. */
public enum RecusalReason {
  RELATIVE("近亲属关系"),
  INTEREST("利害关系"),
  FORMER_POST("曾在该单位任职"),
  OTHER_RELATION("其他可能影响公正检查的关系");

  private final String text;

  RecusalReason(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}

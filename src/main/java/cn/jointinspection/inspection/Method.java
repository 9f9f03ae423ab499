package cn.jointinspection.inspection;

/** How an object is checked: 实地检查、书面检查、网络检查 (三). */
public enum Method {
  ON_SITE("实地检查"),
  WRITTEN("书面检查"),
  ONLINE("网络检查");

  private final String text;

  Method(String text) {
    this.text = text;
  }

  /** As printed in the notice. */
  public String text() {
    return text;
  }
}

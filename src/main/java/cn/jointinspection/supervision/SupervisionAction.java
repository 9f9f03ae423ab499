package cn.jointinspection.supervision;

/** What a step of a supervision order did. */
public enum SupervisionAction {
  OPENED("发出督办"),
  EXPLAINED("说明逾期原因"),
  ASKED_AGAIN("要求补充说明"),
  EXEMPT("认定免责"),
  ANSWERABLE("认定问责");

  private final String text;

  SupervisionAction(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}

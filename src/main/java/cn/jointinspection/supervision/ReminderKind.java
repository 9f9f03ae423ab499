package cn.jointinspection.supervision;

/** When a reminder came, seen from the deadline. */
public enum ReminderKind {
  BEFORE("到期前"),
  ON_DAY("到期当日"),
  AFTER("逾期后");

  private final String text;

  ReminderKind(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}

package cn.jointinspection.calendar;

/** What a notice makes of a day: off on a working day, or worked on a weekend (调休). */
public enum DayKind {
  HOLIDAY("holiday", "放假"),
  WORKDAY("workday", "上班");

  private final String code;
  private final String text;

  DayKind(String code, String text) {
    this.code = code;
    this.text = text;
  }

  /** For people. */
  public String text() {
    return text;
  }

  String code() {
    return code;
  }

  static DayKind of(String code) {
    for (DayKind kind : values()) {
      if (kind.code.equals(code)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("neither holiday nor workday: " + code);
  }
}

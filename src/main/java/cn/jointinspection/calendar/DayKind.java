package cn.jointinspection.calendar;

/** What a notice makes of a day: off on a working day, or worked on a weekend (调休). */
public enum DayKind {
  HOLIDAY("holiday"),
  WORKDAY("workday");

  private final String code;

  DayKind(String code) {
    this.code = code;
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

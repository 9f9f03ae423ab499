package cn.jointinspection.plan;

/** Who draws and who checks (抽查模式, 二). */
public enum Mode {
  COUNTY_DRAW_COUNTY_CHECK("县抽县查"),
  CITY_DRAW_COUNTY_CHECK("市抽县查"),
  PROVINCE_DRAW_CITY_CHECK("省抽市查");

  private final String text;

  Mode(String text) {
    this.text = text;
  }

  /** As printed. */
  public String text() {
    return text;
  }
}

package cn.jointinspection.plan;

/** Who draws and who checks (抽查模式, 二). */
public enum Mode {
  /** 县抽县查. */
  COUNTY_DRAW_COUNTY_CHECK,

  /** 市抽县查. */
  CITY_DRAW_COUNTY_CHECK,

  /** 省抽市查. */
  PROVINCE_DRAW_CITY_CHECK
}

package cn.jointinspection.calendar;

import cn.jointinspection.platform.RuleViolation;

/** Working days of a year were asked for before its notice was loaded; they are never guessed (五). */
public final class NoHolidayTable extends RuleViolation {

  private static final long serialVersionUID = 1L;

  private final int year;

  NoHolidayTable(int year) {
    super("系统中没有%1$d年的节假日安排，无法计算工作日。请先导入国务院办公厅公布的%1$d年部分节假日安排，再重新办理。".formatted(year));
    this.year = year;
  }

  public int year() {
    return year;
  }
}

package cn.jointinspection.staff.holidays;

import cn.jointinspection.platform.RuleViolation;

/** All deadlines of the county are counted by these tables: the office keeps them. */
final class OnlyTheOfficeKeepsHolidays extends RuleViolation {

  private static final long serialVersionUID = 1L;

  OnlyTheOfficeKeepsHolidays() {
    super("放假安排由领导小组办公室维护，未作更改。请联系领导小组办公室。");
  }
}

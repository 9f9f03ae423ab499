package cn.jointinspection.staff.calendarfeed;

import cn.jointinspection.platform.RuleViolation;

/** Whoever has the address reads the department's dates: only its own staff give it away. */
final class OnlyTheDepartmentSharesItsCalendar extends RuleViolation {

  private static final long serialVersionUID = 1L;

  OnlyTheDepartmentSharesItsCalendar() {
    super("日历订阅地址只能由本部门经办人生成、更换和停用，未作更改。请联系该部门。");
  }
}

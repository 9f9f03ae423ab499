package cn.jointinspection.calendar;

import cn.jointinspection.platform.RuleViolation;

/** A holiday table contradicts itself or the calendar; nothing of it was stored. */
public final class HolidayTableRefused extends RuleViolation {

  private static final long serialVersionUID = 1L;

  HolidayTableRefused(String message) {
    super(message);
  }
}

package cn.jointinspection.calendar;

import cn.jointinspection.platform.RuleViolation;

/** A draft was decided already, or the table it was compared with has changed since. */
public final class HolidayUploadOvertaken extends RuleViolation {

  private static final long serialVersionUID = 1L;

  HolidayUploadOvertaken(int year) {
    super("这份%d年放假安排已经处理过，或原安排在此期间有变动，未作更改。请返回“放假安排”页面查看，需要时重新上传。".formatted(year));
  }
}

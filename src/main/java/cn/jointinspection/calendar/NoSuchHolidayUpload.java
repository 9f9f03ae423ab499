package cn.jointinspection.calendar;

import cn.jointinspection.platform.RuleViolation;

/** An address names an upload that is not there. */
public final class NoSuchHolidayUpload extends RuleViolation {

  private static final long serialVersionUID = 1L;

  public NoSuchHolidayUpload() {
    super("没有这份上传的放假安排。请返回“放假安排”页面重新选择。");
  }
}

package cn.jointinspection.deadlines.limits;

import cn.jointinspection.platform.RuleViolation;

/** The time limits are the office's; the table and the running waits stay as they are. */
public final class OnlyTheOfficeSetsLimits extends RuleViolation {

  private static final long serialVersionUID = 1L;

  public OnlyTheOfficeSetsLimits(String what) {
    super("只有领导小组办公室可以" + what + "，未作任何更改。认为时限不合适的，请向领导小组办公室提出。");
  }
}

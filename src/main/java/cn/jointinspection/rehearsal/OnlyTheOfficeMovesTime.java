package cn.jointinspection.rehearsal;

import cn.jointinspection.platform.RuleViolation;

/** A rehearsal is led by the office. */
final class OnlyTheOfficeMovesTime extends RuleViolation {

  private static final long serialVersionUID = 1L;

  OnlyTheOfficeMovesTime() {
    super("演练时间由领导小组办公室拨动，未作更改。请联系领导小组办公室。");
  }
}

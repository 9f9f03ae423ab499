package cn.jointinspection.supervision;

import cn.jointinspection.platform.RuleViolation;

/** The list of a year is confirmed once, after it was made. */
public final class YearClosingOutOfTurn extends RuleViolation {

  private static final long serialVersionUID = 1L;

  YearClosingOutOfTurn(int year) {
    super("%d 年度的未公示清单尚未形成，或者已经确认过，未作任何更改。请刷新待办后按当前环节办理。".formatted(year));
  }
}

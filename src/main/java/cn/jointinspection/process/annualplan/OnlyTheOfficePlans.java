package cn.jointinspection.process.annualplan;

import cn.jointinspection.platform.RuleViolation;

/** The annual plan is the office's (二). */
final class OnlyTheOfficePlans extends RuleViolation {

  private static final long serialVersionUID = 1L;

  OnlyTheOfficePlans() {
    super("年度抽查计划由领导小组办公室导入，未作更改。请联系领导小组办公室。");
  }
}

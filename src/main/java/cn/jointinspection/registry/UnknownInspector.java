package cn.jointinspection.registry;

import cn.jointinspection.platform.RuleViolation;

/** A certificate number that no inspector has. */
public final class UnknownInspector extends RuleViolation {

  private static final long serialVersionUID = 1L;

  UnknownInspector(String certificateNo) {
    super("执法检查人员名录库中没有执法证号“" + certificateNo + "”。请核对执法证号，或先将其补录入库。");
  }
}

package cn.jointinspection.registry;

import cn.jointinspection.platform.RuleViolation;

/** An id that no inspection object has. */
public final class UnknownObject extends RuleViolation {

  private static final long serialVersionUID = 1L;

  UnknownObject(String objectNo) {
    super("检查对象名录库中没有“" + objectNo + "”。请核对统一社会信用代码或登记号，或先将其补录入库。");
  }
}

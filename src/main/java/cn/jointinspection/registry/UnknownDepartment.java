package cn.jointinspection.registry;

import cn.jointinspection.platform.RuleViolation;

/** A code that no body of the county has. */
public final class UnknownDepartment extends RuleViolation {

  private static final long serialVersionUID = 1L;

  UnknownDepartment(String code) {
    super("没有代码为“" + code + "”的部门。请核对部门代码表后重试。");
  }
}

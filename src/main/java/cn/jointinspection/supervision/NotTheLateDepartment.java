package cn.jointinspection.supervision;

import cn.jointinspection.platform.RuleViolation;

/** Only the department that is late explains its lateness (六). */
public final class NotTheLateDepartment extends RuleViolation {

  private static final long serialVersionUID = 1L;

  NotTheLateDepartment(long id, String departmentName) {
    super("督办单 DB-%d 的逾期原因只能由%s说明。请转告该部门人员登录办理。".formatted(id, departmentName));
  }
}

package cn.jointinspection.referral;

import cn.jointinspection.platform.RuleViolation;

/** 谁主管谁监管、谁管辖谁负责 (五): each step belongs to one department. */
public final class NotThisDepartmentsStep extends RuleViolation {

  private static final long serialVersionUID = 1L;

  NotThisDepartmentsStep(String id, String step, String departmentName) {
    super("抄告 %s 的“%s”只能由%s办理。请转告该部门人员登录办理。".formatted(id, step, departmentName));
  }
}

package cn.jointinspection.referral;

import cn.jointinspection.platform.RuleViolation;

/** A violation within a department's own charge is handled there, not referred. */
public final class ReferralToItself extends RuleViolation {

  private static final long serialVersionUID = 1L;

  ReferralToItself(String departmentName, String where) {
    super("%s不能向本部门抄告（%s）。属本部门管辖的请直接立案办理；否则请改选主管部门。".formatted(departmentName, where));
  }
}

package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.MissingVariable;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.process.violationreferral.ReferralStarter;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class OpenReferralsDelegate implements JavaDelegate {

  private final DepartmentChecks checks;
  private final ReferralStarter starter;

  OpenReferralsDelegate(DepartmentChecks checks, ReferralStarter starter) {
    this.checks = checks;
    this.starter = starter;
  }

  @Override
  public void execute(DelegateExecution execution) {
    long checkId = checks.id(
        MissingVariable.require(execution, ObjectInspectionProcess.VARIABLE_OBJECT_INSPECTION_ID),
        MissingVariable.require(execution, ObjectInspectionProcess.VARIABLE_DEPARTMENT));
    checks.referrals(checkId).forEach(
        referral -> starter.start(checkId, referral.targetDepartment(), referral.violation(), referral.enteredBy()));
  }
}

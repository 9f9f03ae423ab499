package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.MissingVariable;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.publicsite.Disclosures;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Publishes the copy, and tells the check that it is public. */
@Component
class PublishResultDelegate implements JavaDelegate {

  private final Disclosures disclosures;
  private final DepartmentChecks checks;

  PublishResultDelegate(Disclosures disclosures, DepartmentChecks checks) {
    this.disclosures = disclosures;
    this.checks = checks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    long checkId = checks.id(
        MissingVariable.require(execution, ObjectInspectionProcess.VARIABLE_OBJECT_INSPECTION_ID),
        MissingVariable.require(execution, ObjectInspectionProcess.VARIABLE_DEPARTMENT));
    disclosures.publish(checkId);
    checks.markPublished(checkId);
  }
}

package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.MissingVariable;
import cn.jointinspection.inspection.Substitution;
import cn.jointinspection.inspection.SubstitutionRequests;
import cn.jointinspection.process.jointinspection.ObjectInspectionStarter;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the replacement; where there is none, this object may have been the last open one. */
@Component
class SubstituteObjectDelegate implements JavaDelegate {

  private final SubstitutionRequests substitutions;
  private final ObjectInspectionStarter starter;
  private final AllObjectsFinished allFinished;

  SubstituteObjectDelegate(
      SubstitutionRequests substitutions, ObjectInspectionStarter starter, AllObjectsFinished allFinished) {
    this.substitutions = substitutions;
    this.starter = starter;
    this.allFinished = allFinished;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Substitution substitution = substitutions.carryOut(
        MissingVariable.require(execution, ObjectInspectionProcess.VARIABLE_OBJECT_INSPECTION_ID));
    if (substitution.replacement() != null) {
      starter.start(List.of(substitution.replacement()));
    }
    if (substitution.lastOfAll()) {
      allFinished.tell(MissingVariable.require(execution, ObjectInspectionProcess.VARIABLE_JOINT_INSPECTION_ID));
    }
  }
}

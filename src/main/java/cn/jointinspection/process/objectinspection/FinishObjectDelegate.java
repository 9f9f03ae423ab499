package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.MissingVariable;
import cn.jointinspection.inspection.JointInspections;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FinishObjectDelegate implements JavaDelegate {

  private final JointInspections inspections;
  private final AllObjectsFinished allFinished;

  FinishObjectDelegate(JointInspections inspections, AllObjectsFinished allFinished) {
    this.inspections = inspections;
    this.allFinished = allFinished;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String id = MissingVariable.require(execution, ObjectInspectionProcess.VARIABLE_OBJECT_INSPECTION_ID);
    if (inspections.finishObject(id)) {
      allFinished.tell(MissingVariable.require(execution, ObjectInspectionProcess.VARIABLE_JOINT_INSPECTION_ID));
    }
  }
}

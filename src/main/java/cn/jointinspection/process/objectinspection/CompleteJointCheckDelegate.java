package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.MissingVariable;
import cn.jointinspection.inspection.ObjectInspections;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class CompleteJointCheckDelegate implements JavaDelegate {

  private final ObjectInspections objects;

  CompleteJointCheckDelegate(ObjectInspections objects) {
    this.objects = objects;
  }

  @Override
  public void execute(DelegateExecution execution) {
    objects.completeJointCheck(
        MissingVariable.require(execution, ObjectInspectionProcess.VARIABLE_OBJECT_INSPECTION_ID));
  }
}

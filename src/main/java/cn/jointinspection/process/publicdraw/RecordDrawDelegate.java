package cn.jointinspection.process.publicdraw;

import cn.jointinspection.engine.MissingVariable;
import cn.jointinspection.inspection.JointInspections;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RecordDrawDelegate implements JavaDelegate {

  private final JointInspections inspections;

  RecordDrawDelegate(JointInspections inspections) {
    this.inspections = inspections;
  }

  @Override
  public void execute(DelegateExecution execution) {
    inspections.recordDraw(
        MissingVariable.require(execution, PublicDrawProcess.VARIABLE_JOINT_INSPECTION_ID),
        DrawFacts.drawId(execution));
  }
}

package cn.jointinspection.process.jointinspection;

import cn.jointinspection.engine.MissingVariable;
import cn.jointinspection.inspection.JointInspections;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts one batch; a batch that ran twice starts nothing twice, because what it started is marked in its transaction. */
@Component
class StartObjectInspectionsDelegate implements JavaDelegate {

  /** Small enough for a short transaction, large enough to make 10,000 objects a matter of minutes. */
  private static final int BATCH = 50;

  private final JointInspections inspections;
  private final ObjectInspectionStarter starter;

  StartObjectInspectionsDelegate(JointInspections inspections, ObjectInspectionStarter starter) {
    this.inspections = inspections;
    this.starter = starter;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String id = MissingVariable.require(execution, JointInspectionProcess.VARIABLE_JOINT_INSPECTION_ID);
    var batch = inspections.startable(id, BATCH);
    starter.start(batch);
    execution.setVariable(JointInspectionProcess.VARIABLE_MORE_OBJECTS, batch.size() == BATCH);
  }
}

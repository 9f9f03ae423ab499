package cn.jointinspection.process.planadjustment;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.MissingVariable;
import cn.jointinspection.engine.StartForm;
import cn.jointinspection.engine.forms.TaskForms;
import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.plan.PlanAdjustment;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Keeps the application of the start form in the transaction that starts the process; without it nothing starts. */
@Component("adjustmentRequestedListener")
class AdjustmentRequestedListener implements ExecutionListener, StartForm {

  private final AdjustmentDesk desk;
  private final TaskForms forms;
  private final Actors actors;

  AdjustmentRequestedListener(AdjustmentDesk desk, @Lazy TaskForms forms, @Lazy Actors actors) {
    this.desk = desk;
    this.forms = forms;
    this.actors = actors;
  }

  @Override
  public Set<String> variables() {
    return Set.of(PlanAdjustmentProcess.VARIABLE_ADJUSTMENT);
  }

  @Override
  public void notify(DelegateExecution execution) {
    Application application = forms.read(
        MissingVariable.require(execution, PlanAdjustmentProcess.VARIABLE_ADJUSTMENT), Application.class);
    PlanAdjustment kept = desk.request(application, actors.current());
    JointInspection inspection = desk.inspection(kept);
    execution.removeVariable(PlanAdjustmentProcess.VARIABLE_ADJUSTMENT);
    execution.setVariable(PlanAdjustmentProcess.VARIABLE_ADJUSTMENT_ID, kept.id());
    execution.setVariable(PlanAdjustmentProcess.VARIABLE_JOINT_INSPECTION_ID, inspection.id());
    execution.setVariable(PlanAdjustmentProcess.VARIABLE_DEPARTMENT, kept.department());
    execution.setProcessBusinessKey("TZ-" + kept.id());
  }
}

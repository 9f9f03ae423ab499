package cn.jointinspection.process.planadjustment;

import cn.jointinspection.engine.MissingVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ApplyAdjustmentDelegate implements JavaDelegate {

  private final RunningInspection running;

  ApplyAdjustmentDelegate(RunningInspection running) {
    this.running = running;
  }

  @Override
  public void execute(DelegateExecution execution) {
    running.follow(
        MissingVariable.require(execution, PlanAdjustmentProcess.VARIABLE_JOINT_INSPECTION_ID),
        Long.parseLong(MissingVariable.require(execution, PlanAdjustmentProcess.VARIABLE_ADJUSTMENT_ID)));
  }
}

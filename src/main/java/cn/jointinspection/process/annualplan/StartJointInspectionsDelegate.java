package cn.jointinspection.process.annualplan;

import cn.jointinspection.engine.MissingVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class StartJointInspectionsDelegate implements JavaDelegate {

  private final PlanLaunch launch;

  StartJointInspectionsDelegate(PlanLaunch launch) {
    this.launch = launch;
  }

  @Override
  public void execute(DelegateExecution execution) {
    launch.start(Long.parseLong(MissingVariable.require(execution, AnnualPlanProcess.VARIABLE_PLAN_ID)));
  }
}

package cn.jointinspection.process.annualplan;

import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.process.MissingVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Lets the process start only on a draft that was read and found good. */
@Component("planImportedListener")
class PlanImportedListener implements ExecutionListener {

  private final AnnualPlans plans;

  PlanImportedListener(AnnualPlans plans) {
    this.plans = plans;
  }

  @Override
  public void notify(DelegateExecution execution) {
    plans.requireDraft(Long.parseLong(MissingVariable.require(execution, AnnualPlanProcess.VARIABLE_PLAN_ID)));
  }
}

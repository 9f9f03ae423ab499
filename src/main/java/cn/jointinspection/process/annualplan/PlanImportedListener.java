package cn.jointinspection.process.annualplan;

import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.engine.MissingVariable;
import cn.jointinspection.engine.StartForm;
import cn.jointinspection.plan.AnnualPlans;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Lets the process start only on a draft that was read and found good, for a year whose working days are known (五). */
@Component("planImportedListener")
class PlanImportedListener implements ExecutionListener, StartForm {

  private final AnnualPlans plans;
  private final WorkingDays workingDays;

  PlanImportedListener(AnnualPlans plans, WorkingDays workingDays) {
    this.plans = plans;
    this.workingDays = workingDays;
  }

  @Override
  public Set<String> variables() {
    return Set.of(AnnualPlanProcess.VARIABLE_PLAN_ID);
  }

  @Override
  public void notify(DelegateExecution execution) {
    long planId = Long.parseLong(MissingVariable.require(execution, AnnualPlanProcess.VARIABLE_PLAN_ID));
    plans.requireDraft(planId);
    workingDays.require(plans.get(planId).year());
  }
}

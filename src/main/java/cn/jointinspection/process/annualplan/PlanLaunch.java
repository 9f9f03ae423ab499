package cn.jointinspection.process.annualplan;

import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.NewJointInspection;
import cn.jointinspection.plan.AnnualPlan;
import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.plan.PlanItem;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes every item of a published plan a joint inspection with a process of its own, which waits for its window. */
@Service
class PlanLaunch {

  private final AnnualPlans plans;
  private final JointInspections inspections;
  private final RuntimeService runtime;

  PlanLaunch(AnnualPlans plans, JointInspections inspections, @Lazy RuntimeService runtime) {
    this.plans = plans;
    this.inspections = inspections;
    this.runtime = runtime;
  }

  /** All or none: a repeated job finds its first try rolled back. */
  @Transactional
  public void start(long planId) {
    AnnualPlan plan = plans.get(planId);
    plans.items(planId).forEach(item -> start(plan, item));
  }

  private void start(AnnualPlan plan, PlanItem item) {
    String id = plan.jointInspectionId(item.rowNo());
    LocalDate opens = LocalDate.of(plan.year(), item.window().from(), 1);
    LocalDate closes = YearMonth.of(plan.year(), item.window().to()).atEndOfMonth();
    inspections.create(new NewJointInspection(id, plan.id(), item.rowNo(), plan.year(), item.name(),
        item.leadDepartment(), item.cooperating(), opens, closes));
    runtime.startProcessInstanceByKey(JointInspectionProcess.KEY, id, Map.of(
        JointInspectionProcess.VARIABLE_JOINT_INSPECTION_ID, id,
        JointInspectionProcess.VARIABLE_LEAD_DEPARTMENT, item.leadDepartment()));
  }
}

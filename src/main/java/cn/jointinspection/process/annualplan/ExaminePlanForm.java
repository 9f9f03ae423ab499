package cn.jointinspection.process.annualplan;

import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.plan.AnnualPlan;
import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.plan.PlanItem;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Departments;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 审核年度计划: the office publishes the plan or discards the draft (二). */
@Component
class ExaminePlanForm extends TaskForm<ExaminePlanForm.Answers> {

  private final AnnualPlans plans;
  private final Departments departments;
  private final WorkingDays workingDays;

  ExaminePlanForm(AnnualPlans plans, Departments departments, WorkingDays workingDays) {
    super(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN, item -> plans.get(planId(item)).title());
    this.plans = plans;
    this.departments = departments;
    this.workingDays = workingDays;
  }

  /** @param note needed if the draft is discarded */
  record Answers(
      @NotNull(message = "请选择批准或不批准") Boolean approve,
      @Size(max = 1000, message = "意见不得超过 1000 字") String note) {

    @AssertTrue(message = "不批准须写明意见")
    boolean isNoteGiven() {
      return !Boolean.FALSE.equals(approve) || note != null && !note.isBlank();
    }
  }

  record Row(int rowNo, String name, String scope, String ratio, String window, String lead, String cooperating) {}

  record View(String title, String documentNo, String fileName, List<Integer> missingRows, List<Row> items) {}

  @Override
  public View view(WorkItem item) {
    AnnualPlan plan = plans.get(planId(item));
    return new View(plan.title(), plan.documentNo(), plan.source().fileName(), plan.missingRows(),
        plans.items(plan.id()).stream().map(this::row).toList());
  }

  private Row row(PlanItem item) {
    return new Row(item.rowNo(), item.name(), item.scope(),
        item.ratio().words(),
        item.window().words(),
        departments.byCode(item.leadDepartment()).name(),
        item.cooperating().stream().map(code -> departments.byCode(code).name()).collect(Collectors.joining("、")));
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    if (answers.approve()) {
      workingDays.require(plans.get(planId(item)).year());
      plans.publish(planId(item), answers.note(), actor);
    } else {
      plans.discard(planId(item), answers.note(), actor);
    }
    return Map.of(AnnualPlanProcess.VARIABLE_PLAN_APPROVED, answers.approve());
  }

  private static long planId(WorkItem item) {
    return Long.parseLong(item.variable(AnnualPlanProcess.VARIABLE_PLAN_ID));
  }
}

package cn.jointinspection.plan;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.registry.Bodies;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of the plan in force (计划调整备案, 二): asked for by the lead department, filed or refused by the office, public
 * once filed. A refused step changes nothing; each throws a {@link cn.jointinspection.platform.RuleViolation}.
 */
@Service
public class PlanAdjustments {

  private final AnnualPlans plans;
  private final AdjustmentTable table;
  private final Departments departments;
  private final Clock clock;

  PlanAdjustments(AnnualPlans plans, AdjustmentTable table, Departments departments, Clock clock) {
    this.plans = plans;
    this.table = table;
    this.departments = departments;
    this.clock = clock;
  }

  /** @throws cn.jointinspection.platform.RuleViolation UnknownAdjustment if there is none with this id */
  @Transactional(readOnly = true)
  public PlanAdjustment get(long id) {
    return table.find(id).orElseThrow(() -> new AdjustmentRules.UnknownAdjustment(id));
  }

  /** All of a plan, by item; of one item the filed ones first, in the order of their filing. */
  @Transactional(readOnly = true)
  public List<PlanAdjustment> of(long planId) {
    return table.ofPlan(planId);
  }

  /** Those of a plan that are in force and public, by item and in the order of their filing. */
  @Transactional(readOnly = true)
  public List<PlanAdjustment> filed(long planId) {
    return of(planId).stream().filter(adjustment -> adjustment.status() == AdjustmentStatus.FILED).toList();
  }

  /**
   * Keeps an application; one item has one open application at most.
   *
   * @param reason why the plan has to be changed (特殊情况), needed
   * @return its id
   */
  @Transactional
  public long request(long planId, int rowNo, ItemChange change, String reason, Actor actor) {
    PlanItem item = plans.item(planId, rowNo);
    AdjustmentRules.mayApply(item, departments.byCode(item.leadDepartment()).name(), actor);
    check(item, change);
    AdjustmentRules.reasonGiven(reason, "调整的理由");
    try {
      return table.insert(item, change, reason.strip(),
          actor.in(item.leadDepartment()) ? item.leadDepartment() : Bodies.OFFICE, actor, clock.instant());
    } catch (DuplicateKeyException anotherIsOpen) {
      throw new AdjustmentRules.OneOpenAdjustmentPerItem(rowNo);
    }
  }

  /** Asks again after a refusal, with a change and a reason that may be new. */
  @Transactional
  public void requestAgain(long id, ItemChange change, String reason, Actor actor) {
    PlanAdjustment adjustment = get(id);
    AdjustmentRules.inState(adjustment, AdjustmentStatus.RETURNED, "重新申请");
    PlanItem item = plans.item(adjustment.planId(), adjustment.rowNo());
    AdjustmentRules.mayApply(item, departments.byCode(item.leadDepartment()).name(), actor);
    check(item, change);
    AdjustmentRules.reasonGiven(reason, "调整的理由");
    changed(table.applyAgain(adjustment, change, reason.strip(), actor, clock.instant()));
  }

  /** The applicant takes note of the refusal; the plan stays as it is. */
  @Transactional
  public void acknowledge(long id, Actor actor) {
    PlanAdjustment adjustment = get(id);
    AdjustmentRules.inState(adjustment, AdjustmentStatus.RETURNED, "确认知悉");
    PlanItem item = plans.item(adjustment.planId(), adjustment.rowNo());
    AdjustmentRules.mayApply(item, departments.byCode(item.leadDepartment()).name(), actor);
    changed(table.acknowledge(adjustment));
  }

  /** The office refuses, with a reason. */
  @Transactional
  public void refuse(long id, String note, Actor actor) {
    PlanAdjustment adjustment = reviewable(id, actor);
    AdjustmentRules.reasonGiven(note, "不予备案的理由");
    changed(table.refuse(adjustment, note.strip(), actor, clock.instant()));
  }

  /**
   * The office files: the item changes at once, the filing gets its number, and both are public. All rules of the
   * application are checked again, since days have passed.
   *
   * @param note may be null
   * @return the adjustment as filed
   */
  @Transactional
  public PlanAdjustment file(long id, String note, Actor actor) {
    PlanAdjustment adjustment = reviewable(id, actor);
    int number = table.nextFiling(adjustment.planId());
    AnnualPlan plan = plans.get(adjustment.planId());
    PlanItem item = plans.item(adjustment.planId(), adjustment.rowNo());
    check(item, adjustment.change());
    String filingNo = "%s-%d-备-%03d".formatted(plan.division(), plan.year(), number);
    changed(table.file(adjustment, ItemChange.current(item, adjustment.change().kind()), filingNo,
        note == null || note.isBlank() ? null : note.strip(), actor, clock.instant()));
    table.apply(item, adjustment.change(), filingNo);
    return get(id);
  }

  /** @throws cn.jointinspection.platform.RuleViolation if the change cannot be made to this item as it now stands */
  public void check(PlanItem item, ItemChange change) {
    Set<String> inspecting = departments.all().stream()
        .filter(department -> department.kind() == DepartmentKind.DEPARTMENT)
        .map(Department::code).collect(Collectors.toSet());
    AdjustmentRules.check(plans.get(item.planId()), item, change, inspecting, LocalDate.now(clock));
  }

  private PlanAdjustment reviewable(long id, Actor actor) {
    PlanAdjustment adjustment = get(id);
    AdjustmentRules.inState(adjustment, AdjustmentStatus.REQUESTED, "备案审查");
    AdjustmentRules.officeFiles(actor);
    AdjustmentRules.reviewerDidNotApply(adjustment, actor);
    return adjustment;
  }

  private static void changed(int rows) {
    if (rows != 1) {
      throw new ChangedMeanwhile("这件调整申请");
    }
  }
}

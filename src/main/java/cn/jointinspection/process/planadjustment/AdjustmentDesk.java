package cn.jointinspection.process.planadjustment;

import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.PlanChanges;
import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.plan.ChangeWords;
import cn.jointinspection.plan.ItemChange;
import cn.jointinspection.plan.PlanAdjustment;
import cn.jointinspection.plan.PlanAdjustments;
import cn.jointinspection.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of an application, each in plan and joint inspection at once (二): what one of the two refuses, neither does.
 * Every step is kept in the joint inspection's journal.
 */
@Service
class AdjustmentDesk {

  private final PlanAdjustments adjustments;
  private final AnnualPlans plans;
  private final JointInspections inspections;
  private final PlanChanges changes;
  private final ChangeWords words;

  AdjustmentDesk(PlanAdjustments adjustments, AnnualPlans plans, JointInspections inspections, PlanChanges changes,
      ChangeWords words) {
    this.adjustments = adjustments;
    this.plans = plans;
    this.inspections = inspections;
    this.changes = changes;
    this.words = words;
  }

  /** The joint inspection that the adjustment's plan item has become. */
  JointInspection inspection(PlanAdjustment adjustment) {
    return inspections.get(plans.get(adjustment.planId()).jointInspectionId(adjustment.rowNo()));
  }

  @Transactional
  PlanAdjustment request(Application application, Actor actor) {
    JointInspection inspection = inspections.get(application.jointInspectionId());
    changes.check(inspection.id(), application.change());
    long id = adjustments.request(
        inspection.plan().id(), inspection.plan().rowNo(), application.change(), application.reason(), actor);
    PlanAdjustment kept = adjustments.get(id);
    keep(kept, "申请" + kept.change().kind().text(), kept.reason(), actor);
    return kept;
  }

  @Transactional
  void requestAgain(long id, ItemChange change, String reason, Actor actor) {
    changes.check(inspection(adjustments.get(id)).id(), change);
    adjustments.requestAgain(id, change, reason, actor);
    PlanAdjustment kept = adjustments.get(id);
    keep(kept, "重新申请" + kept.change().kind().text(), kept.reason(), actor);
  }

  @Transactional
  void acknowledge(long id, Actor actor) {
    adjustments.acknowledge(id, actor);
    keep(adjustments.get(id), "知悉不予备案", null, actor);
  }

  @Transactional
  void refuse(long id, String note, Actor actor) {
    adjustments.refuse(id, note, actor);
    keep(adjustments.get(id), "计划调整不予备案", note, actor);
  }

  /** Plan, publication and joint inspection change together. */
  @Transactional
  void file(long id, String note, Actor actor) {
    PlanAdjustment filed = adjustments.file(id, note, actor);
    changes.follow(inspection(filed).id(), filed, actor);
  }

  private void keep(PlanAdjustment adjustment, String step, String detail, Actor actor) {
    ItemChange before = ItemChange.current(
        plans.item(adjustment.planId(), adjustment.rowNo()), adjustment.change().kind());
    String what = words.of(before, adjustment.change());
    changes.keep(inspection(adjustment).id(), null, step, detail == null ? what : what + "。理由：" + detail, actor);
  }
}

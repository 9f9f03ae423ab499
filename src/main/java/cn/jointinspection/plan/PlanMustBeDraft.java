package cn.jointinspection.plan;

import cn.jointinspection.platform.RuleViolation;

/** Only a plan that waits for examination can be published or discarded; later changes need a filing (二). */
public final class PlanMustBeDraft extends RuleViolation {

  private static final long serialVersionUID = 1L;

  PlanMustBeDraft(AnnualPlan plan) {
    super("《%s》%s，不能再公布或作废。%s。".formatted(plan.title(), plan.status().text(),
        plan.status() == PlanStatus.PUBLISHED ? "需要调整的，请报领导小组办公室备案" : "需要使用的，请重新导入"));
  }
}

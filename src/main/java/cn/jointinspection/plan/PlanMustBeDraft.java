package cn.jointinspection.plan;

import cn.jointinspection.platform.RuleViolation;

/** Only a plan that waits for examination can be published or discarded; later changes need a filing (二). */
public final class PlanMustBeDraft extends RuleViolation {

  private static final long serialVersionUID = 1L;

  PlanMustBeDraft(AnnualPlan plan) {
    super("《%s》%s，不能再公布或作废。已公布的计划需要调整的，请报领导小组办公室备案。"
        .formatted(plan.title(), plan.status().text()));
  }
}

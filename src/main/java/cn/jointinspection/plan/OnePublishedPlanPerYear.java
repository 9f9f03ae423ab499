package cn.jointinspection.plan;

import cn.jointinspection.platform.RuleViolation;

/** A year has one plan in force; it is changed only by a filing (二). */
public final class OnePublishedPlanPerYear extends RuleViolation {

  private static final long serialVersionUID = 1L;

  OnePublishedPlanPerYear(AnnualPlan plan) {
    super("%d年度已有公布的抽查计划，《%s》不能再公布。需要调整的，请报领导小组办公室备案。"
        .formatted(plan.year(), plan.title()));
  }
}

package cn.jointinspection.plan;

import cn.jointinspection.platform.RuleViolation;

/** Somebody else changed the plan between reading and writing it. */
public final class PlanChangedMeanwhile extends RuleViolation {

  private static final long serialVersionUID = 1L;

  PlanChangedMeanwhile(AnnualPlan plan) {
    super("《%s》刚刚被他人处理过，本次操作没有生效。请刷新页面查看后再办理。".formatted(plan.title()));
  }
}

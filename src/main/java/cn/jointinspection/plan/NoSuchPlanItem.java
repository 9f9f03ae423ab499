package cn.jointinspection.plan;

import cn.jointinspection.platform.RuleViolation;

/** A row was asked for that the plan does not hold; missing numbers are never invented. */
public final class NoSuchPlanItem extends RuleViolation {

  private static final long serialVersionUID = 1L;

  NoSuchPlanItem(AnnualPlan plan, int rowNo) {
    super("《%s》中没有序号为%d的抽查任务。请核对序号后重试。".formatted(plan.title(), rowNo));
  }
}

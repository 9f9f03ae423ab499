package cn.jointinspection.plan;

import cn.jointinspection.platform.RuleViolation;

/** A plan was asked for that is not there. */
public final class NoSuchPlan extends RuleViolation {

  private static final long serialVersionUID = 1L;

  NoSuchPlan(long id) {
    super("没有编号为%d的年度抽查计划。请从计划列表中重新选择。".formatted(id));
  }
}

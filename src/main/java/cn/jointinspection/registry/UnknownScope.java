package cn.jointinspection.registry;

import cn.jointinspection.platform.RuleViolation;

/** An id that no scope of objects has. */
public final class UnknownScope extends RuleViolation {

  private static final long serialVersionUID = 1L;

  UnknownScope(int id) {
    super("没有编号为 " + id + " 的抽查对象范围。请从年度计划中重新选择抽查任务。");
  }
}

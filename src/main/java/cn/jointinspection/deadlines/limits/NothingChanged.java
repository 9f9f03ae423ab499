package cn.jointinspection.deadlines.limits;

import cn.jointinspection.platform.RuleViolation;

/** A draft that is the same as the table in force. */
final class NothingChanged extends RuleViolation {

  private static final long serialVersionUID = 1L;

  NothingChanged() {
    super("与现行时限表相比没有任何改动，没有保存。请修改后再提交。");
  }
}

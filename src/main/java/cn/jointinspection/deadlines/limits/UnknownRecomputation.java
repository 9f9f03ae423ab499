package cn.jointinspection.deadlines.limits;

import cn.jointinspection.platform.RuleViolation;

/** There is no such recomputation. */
final class UnknownRecomputation extends RuleViolation {

  private static final long serialVersionUID = 1L;

  UnknownRecomputation(long id) {
    super("没有编号为 %s 的重算。请从“时限表”页打开。".formatted(Recomputation.number(id)));
  }
}

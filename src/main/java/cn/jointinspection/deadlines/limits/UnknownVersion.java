package cn.jointinspection.deadlines.limits;

import cn.jointinspection.platform.RuleViolation;

/** The table of time limits has no such version. */
public final class UnknownVersion extends RuleViolation {

  private static final long serialVersionUID = 1L;

  public UnknownVersion(int version) {
    super("时限表没有第 %d 版。请从“时限表”页的历次修改中打开。".formatted(version));
  }
}

package cn.jointinspection.process.timelimits;

import cn.jointinspection.platform.RuleViolation;

/** The table of time limits has no such version. */
final class UnknownVersion extends RuleViolation {

  private static final long serialVersionUID = 1L;

  UnknownVersion(int version) {
    super("时限表没有第 %d 版。请从“时限表”页的历次修改中打开。".formatted(version));
  }
}

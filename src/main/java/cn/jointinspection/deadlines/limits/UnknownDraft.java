package cn.jointinspection.deadlines.limits;

import cn.jointinspection.platform.RuleViolation;

/** There is no such draft of the table. */
final class UnknownDraft extends RuleViolation {

  private static final long serialVersionUID = 1L;

  UnknownDraft() {
    super("没有这份时限表草稿。请从“时限表”页重新修改。");
  }
}

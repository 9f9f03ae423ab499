package cn.jointinspection.supervision;

import cn.jointinspection.platform.RuleViolation;

/** A year ends early only when everything of it is published; otherwise on 20 December (五). */
public final class YearIsNotOver extends RuleViolation {

  private static final long serialVersionUID = 1L;

  YearIsNotOver(int year, int unpublished) {
    super("%d 年度还有 %d 项没有公示，不能提前收尾，未作任何更改。请督促有关部门在 12 月 20 日前公示；到期后系统自动列出清单，交办公室确认。"
        .formatted(year, unpublished));
  }
}

package cn.jointinspection.deadlines.limits;

import cn.jointinspection.platform.RuleViolation;

/** The draft was made of a table that is not in force any more, or is in force itself. */
final class TableChangedMeanwhile extends RuleViolation {

  private static final long serialVersionUID = 1L;

  TableChangedMeanwhile() {
    super("时限表在此期间已有新的版本，这份草稿没有采用。请打开“时限表”页，在现行的表上重新修改。");
  }
}

package cn.jointinspection.supervision;

import cn.jointinspection.platform.RuleViolation;

/** The record belongs to a decision (尽职照单免责、失职照单问责, 六): none is kept before, and none replaced after. */
public final class RecordIsKeptWithTheDecision extends RuleViolation {

  private static final long serialVersionUID = 1L;

  RecordIsKeptWithTheDecision(long id) {
    super("督办单 DB-%d 的履职记录只随认定保存一次，未作任何更改。请先作出认定；已认定的，以当时保存的记录为准。".formatted(id));
  }
}

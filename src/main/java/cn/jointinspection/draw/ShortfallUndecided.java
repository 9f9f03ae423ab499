package cn.jointinspection.draw;

import cn.jointinspection.platform.RuleViolation;

/** Every shortfall needs a decision that leaves at least two inspectors. */
public final class ShortfallUndecided extends RuleViolation {

  private static final long serialVersionUID = 1L;

  ShortfallUndecided(String why) {
    super(why);
  }
}

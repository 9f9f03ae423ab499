package cn.jointinspection.draw;

import cn.jointinspection.platform.RuleViolation;

/** A department contributes once, while contributions are open, with 64 lower-case hex digits. */
public final class ContributionRefused extends RuleViolation {

  private static final long serialVersionUID = 1L;

  ContributionRefused(String why) {
    super(why);
  }
}

package cn.jointinspection.deadlines.limits;

import cn.jointinspection.platform.RuleViolation;

/** A table of time limits that cannot hold: it was not deployed, the one in force stays. */
final class TimeLimitsRefused extends RuleViolation {

  private static final long serialVersionUID = 1L;

  TimeLimitsRefused(String message) {
    super(message);
  }

  TimeLimitsRefused(String message, Throwable cause) {
    super(message, cause);
  }
}

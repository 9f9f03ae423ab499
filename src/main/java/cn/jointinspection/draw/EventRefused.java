package cn.jointinspection.draw;

import cn.jointinspection.platform.RuleViolation;

/** An event after the draw breaks a rule (draw-spec 7). */
public final class EventRefused extends RuleViolation {

  private static final long serialVersionUID = 1L;

  EventRefused(String why) {
    super(why);
  }
}

package cn.jointinspection.draw;

import cn.jointinspection.platform.RuleViolation;

/** The public value is one line; whoever confirms it is another person of another body (draw-spec 3). */
public final class PublicValueRefused extends RuleViolation {

  private static final long serialVersionUID = 1L;

  PublicValueRefused(String why) {
    super(why);
  }
}

package cn.jointinspection.engine.doors;

import cn.jointinspection.platform.RuleViolation;

/** A request to the engine that would lead a process past its forms, and so past the rules. */
final class NotThroughThisDoor extends RuleViolation {

  private static final long serialVersionUID = 1L;

  NotThroughThisDoor(String message) {
    super(message);
  }
}

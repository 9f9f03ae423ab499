package cn.jointinspection.engine.forms;

import cn.jointinspection.platform.RuleViolation;

/** The answers of a form are incomplete or malformed. */
final class FormRefused extends RuleViolation {

  private static final long serialVersionUID = 1L;

  FormRefused(String message) {
    super(message);
  }

  FormRefused(String message, Throwable cause) {
    super(message, cause);
  }
}

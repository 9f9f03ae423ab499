package cn.jointinspection.platform;

import java.util.Map;

/**
 * A refusal by a rule. Its message is Chinese, is shown to the person as it stands, and says what was found, where, and
 * what to do next. Whatever throws it has changed nothing.
 *
 * <p>Each rule has a subclass named after it; {@link #code()} is that name, for machines.
 */
public abstract class RuleViolation extends RuntimeException {

  private static final long serialVersionUID = 1L;

  protected RuleViolation(String message) {
    super(message);
  }

  protected RuleViolation(String message, Throwable cause) {
    super(message, cause);
  }

  /** What a program that shows the refusal may want beside the message, by name; values are written as JSON. */
  public Map<String, Object> particulars() {
    return Map.of();
  }

  /** Stable name of the rule, for example {@code ReviewerMustNotHaveEntered}. */
  public final String code() {
    return getClass().getSimpleName();
  }
}

package cn.jointinspection.platform;

/** A start that a rule stops. Nothing was changed; the message says what and where, {@link #action()} what to do. */
abstract class StartRefused extends RuleViolation {

  private static final long serialVersionUID = 1L;

  private final String action;

  StartRefused(String message, String action, Throwable cause) {
    super(message, cause);
    this.action = action;
  }

  /** What the person at the machine should do next, in Chinese. */
  String action() {
    return action;
  }
}

package cn.jointinspection.platform;

/** A file is no table that can be read: wrong format, too large, broken, or in an unknown encoding. */
public final class SheetUnreadable extends RuleViolation {

  private static final long serialVersionUID = 1L;

  SheetUnreadable(String message) {
    super(message);
  }

  SheetUnreadable(String message, Throwable cause) {
    super(message, cause);
  }
}

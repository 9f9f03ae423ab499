package cn.jointinspection.plan;

/** A cell does not read as the printed plan does; the message says what was expected instead. */
final class NotAsPrinted extends Exception {

  private static final long serialVersionUID = 1L;

  NotAsPrinted(String expected) {
    super(expected, null, false, false);
  }
}

package cn.jointinspection.draw.engine;

/** A stage of verification does not hold. */
public final class StageFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Stage stage;
  private final String expected;
  private final String found;

  StageFailed(Stage stage, String expected, String found) {
    super(stage.text() + "：应为 " + expected + "，实为 " + found);
    this.stage = stage;
    this.expected = expected;
    this.found = found;
  }

  public Stage stage() {
    return stage;
  }

  public String expected() {
    return expected;
  }

  public String found() {
    return found;
  }
}

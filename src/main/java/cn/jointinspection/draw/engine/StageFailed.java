package cn.jointinspection.draw.engine;

import java.util.function.Supplier;

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

  /** Runs a step of recomputation; what it cannot take makes the stage fail. */
  static <T> T unless(Stage stage, String expected, Supplier<T> step) {
    try {
      return step.get();
    } catch (Malformed e) {
      throw new StageFailed(stage, expected, e.getMessage());
    }
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

package cn.jointinspection.registry;

import java.util.Arrays;
import java.util.Optional;

/** Credit-risk class (信用风险分类) of an object, in rising risk: {@code C.compareTo(B) > 0}. */
public enum RiskClass {
  A("低风险"),
  B("一般风险"),
  C("较高风险"),
  D("高风险");

  private final String label;

  RiskClass(String label) {
    this.label = label;
  }

  /** As the notice prints it (四). */
  public String label() {
    return label;
  }

  /** Reads {@code B}, {@code b}, {@code B类}, {@code B级} or {@code 一般风险}; empty for anything else. */
  public static Optional<RiskClass> of(String text) {
    return Arrays.stream(values())
        .filter(c -> text.equals(c.label) || text.matches("(?i)" + c.name() + "[类级]?")).findFirst();
  }
}

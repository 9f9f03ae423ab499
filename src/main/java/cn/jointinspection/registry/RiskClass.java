package cn.jointinspection.registry;

import cn.jointinspection.platform.sheet.CellText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Credit-risk class (信用风险分类) of an object, in rising risk: {@code C.compareTo(B) > 0}. */
public enum RiskClass {
  A("低风险"),
  B("一般风险"),
  C("较高风险"),
  D("高风险");

  /** As what an object without a class counts (draw-spec 2). */
  public static final RiskClass UNRATED = B;

  private static final Map<String, RiskClass> SPELLINGS = spellings();

  private final String label;

  RiskClass(String label) {
    this.label = label;
  }

  /** As the notice prints it (四). */
  public String label() {
    return label;
  }

  /** One class up, towards the highest risk; the highest stays. */
  public RiskClass higher() {
    return values()[Math.min(ordinal() + 1, values().length - 1)];
  }

  /** One class down, towards the lowest risk; the lowest stays. */
  public RiskClass lower() {
    return values()[Math.max(ordinal() - 1, 0)];
  }

  /**
   * Reads what files write: {@code B}, {@code b}, {@code Ｂ级}, {@code B类}, {@code 一般}, {@code 一般风险},
   * {@code 一般风险（B级）}, {@code B（一般）}; empty for anything else.
   */
  public static Optional<RiskClass> of(String text) {
    return Optional.ofNullable(
        SPELLINGS.get(CellText.compact(text).replace("(", "").replace(")", "").toUpperCase(Locale.ROOT)));
  }

  private static Map<String, RiskClass> spellings() {
    Map<String, RiskClass> spellings = new HashMap<>();
    for (RiskClass riskClass : values()) {
      List<String> letters = List.of(riskClass.name(), riskClass.name() + "级", riskClass.name() + "类");
      List<String> words = List.of(riskClass.label, riskClass.label.replace("风险", ""));
      Stream.concat(letters.stream(), words.stream()).forEach(one -> spellings.put(one, riskClass));
      letters.forEach(letter -> words.forEach(word -> {
        spellings.put(letter + word, riskClass);
        spellings.put(word + letter, riskClass);
      }));
    }
    return Map.copyOf(spellings);
  }
}

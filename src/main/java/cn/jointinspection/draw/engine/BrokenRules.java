package cn.jointinspection.draw.engine;

/**
 * The first rule of the lists that the files break. Reading goes on behind it, because input that is not even of the
 * form is an error of its own and comes before every stage.
 */
final class BrokenRules {

  private ListRuleBroken first;

  void add(ListRuleBroken broken) {
    if (first == null) {
      first = broken;
    }
  }

  /** @throws ListRuleBroken if a rule is broken */
  void requireNone() {
    if (first != null) {
      throw first;
    }
  }
}

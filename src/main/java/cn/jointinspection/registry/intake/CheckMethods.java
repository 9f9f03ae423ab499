package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.registry.CellChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 检查方式 of a matter: those that the notice knows (三), however a list writes them. */
final class CheckMethods {

  private static final List<String> METHODS = List.of("实地检查", "书面检查", "网络检查");
  private static final List<List<String>> SAID_BY =
      List.of(List.of("实地", "现场"), List.of("书面"), List.of("网络", "网上", "线上", "在线"));
  private static final String SEPARATORS = "[、，,；;/\\n]";

  /** Each, and each combination, as a drop-down list offers them. */
  static final List<String> CHOICES = combinations();

  private CheckMethods() {}

  /** In the order of the notice, joined by 、; empty if some part says none of them. */
  static Optional<String> of(String cell) {
    List<String> said = new ArrayList<>();
    for (String part : CellChecks.parts(CellText.name(cell), SEPARATORS)) {
      Optional<String> method = method(part);
      if (method.isEmpty()) {
        return Optional.empty();
      }
      said.add(method.get());
    }
    return Optional.of(String.join("、", METHODS.stream().filter(said::contains).toList()));
  }

  private static Optional<String> method(String part) {
    return METHODS.stream()
        .filter(method -> SAID_BY.get(METHODS.indexOf(method)).stream().anyMatch(part::contains)).findFirst();
  }

  private static List<String> combinations() {
    List<String> all = new ArrayList<>();
    for (int chosen = 1; chosen < 1 << METHODS.size(); chosen++) {
      List<String> together = new ArrayList<>();
      for (int i = 0; i < METHODS.size(); i++) {
        if ((chosen >> i & 1) == 1) {
          together.add(METHODS.get(i));
        }
      }
      all.add(String.join("、", together));
    }
    return List.copyOf(all);
  }
}

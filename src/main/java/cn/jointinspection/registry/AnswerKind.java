package cn.jointinspection.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a point of a checklist is answered (检查要点的回答方式). */
public enum AnswerKind {
  CONFORMITY("符合/不符合/不适用", "符合", "是否符合", "符合性", "判断", "选择"),
  NUMBER("数值", "数字", "数量"),
  WORDS("文字", "文本", "文字说明", "填空");

  private final String label;
  private final List<String> otherNames;

  AnswerKind(String label, String... otherNames) {
    this.label = label;
    this.otherNames = List.of(otherNames);
  }

  public String label() {
    return label;
  }

  /** @param word without space */
  public static Optional<AnswerKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(word) || kind.otherNames.contains(word)).findFirst();
  }

  public static List<String> labels() {
    return Arrays.stream(values()).map(AnswerKind::label).toList();
  }
}

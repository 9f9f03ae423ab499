package cn.jointinspection.plan;

import cn.jointinspection.registry.Departments;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Changes of the plan in the words in which it is printed. */
@Component
public class ChangeWords {

  private final Departments departments;

  ChangeWords(Departments departments) {
    this.departments = departments;
  }

  public String of(ItemChange change) {
    if (change instanceof ItemChange.Window window) {
      return window.from() + "月-" + window.to() + "月"
          + (window.checkUntil() == null ? "" : "，检查截止日 " + window.checkUntil());
    } else if (change instanceof ItemChange.Ratio ratio) {
      return ratio.ratioKind().words(ratio.basisPoints());
    } else if (change instanceof ItemChange.Cooperating cooperating) {
      return cooperating.departments().stream().map(code -> departments.byCode(code).name())
          .collect(Collectors.joining("、"));
    } else if (change instanceof ItemChange.Weights weights) {
      return weights.byClass().isEmpty() ? "按抽取规则的权重"
          : weights.byClass().entrySet().stream().map(w -> w.getKey().label() + " " + w.getValue())
              .collect(Collectors.joining("，"));
    }
    return "取消";
  }

  /** What is changed from what to what, as 时间窗口由 3月-11月 调整为 4月-10月. */
  public String of(ItemChange before, ItemChange after) {
    return switch (after.kind()) {
      case WINDOW -> fromTo("时间窗口", before, after);
      case RATIO -> fromTo("抽查比例", before, after);
      case COOPERATING -> fromTo("配合部门", before, after);
      case WEIGHTS -> fromTo("抽取权重", before, after);
      case CANCEL -> "取消本项抽查任务";
    };
  }

  private String fromTo(String what, ItemChange before, ItemChange after) {
    return what + "由“" + of(before) + "”调整为“" + of(after) + "”";
  }
}

package cn.jointinspection.plan;

import cn.jointinspection.platform.sheet.CellText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The 11 printed columns, told by their heads; the notice prints the one of the window in two ways. */
enum PlanColumn {
  DIVISION("地市"),
  ROW_NO("序号"),
  NAME("抽查任务名称"),
  MATTERS("抽查事项"),
  SCOPE("抽查对象范围"),
  RATIO("抽查比例及频次"),
  RISK("智慧监管（信用风险分类）要求"),
  WINDOW("抽查起止时间", "抽查检查起止时间"),
  LEAD("发起部门"),
  COOPERATING("配合部门"),
  MODE("抽查模式");

  private final List<String> heads;

  PlanColumn(String... heads) {
    this.heads = List.of(heads);
  }

  /** The head as printed. */
  String head() {
    return heads.get(0);
  }

  static Optional<PlanColumn> of(String head) {
    String text = CellText.compact(head);
    return Arrays.stream(values())
        .filter(column -> column.heads.stream().map(CellText::compact).anyMatch(text::equals))
        .findFirst();
  }
}

package cn.jointinspection.platform;

import java.util.List;

/** A table without one of the column heads that its format prints. */
public final class ColumnHeadsMissing extends RuleViolation {

  private static final long serialVersionUID = 1L;

  ColumnHeadsMissing(List<String> missing, int row) {
    super("第 " + row + " 行表头缺少列：" + String.join("、", missing) + "。请按印发的表格样式补上这些列后重新上传。");
  }
}

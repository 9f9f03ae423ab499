package cn.jointinspection.platform;

/** Two columns with one head: which of them counts cannot be told. */
public final class ColumnHeadTwice extends RuleViolation {

  private static final long serialVersionUID = 1L;

  ColumnHeadTwice(String head, int row) {
    super("第 " + row + " 行表头中“" + head + "”出现了两次。请删去多余的一列后重新上传。");
  }
}

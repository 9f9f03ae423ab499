package cn.jointinspection.registry;

/** How a recusal arose (回避方式, 三). */
public enum RecusalOrigin {
  DECLARED("本人申请"),
  ORDERED("部门决定"),
  /** By a firm that is to be inspected. */
  APPLIED("当事人申请");

  private final String label;

  RecusalOrigin(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}

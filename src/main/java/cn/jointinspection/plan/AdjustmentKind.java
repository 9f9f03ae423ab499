package cn.jointinspection.plan;

/** What of a plan item a filing may change (二). */
public enum AdjustmentKind {
  WINDOW("调整时间窗口"),
  RATIO("调整比例"),
  COOPERATING("调整配合部门"),
  WEIGHTS("调整抽取权重"),
  CANCEL("取消任务");

  private final String text;

  AdjustmentKind(String text) {
    this.text = text;
  }

  /** As shown to people. */
  public String text() {
    return text;
  }
}

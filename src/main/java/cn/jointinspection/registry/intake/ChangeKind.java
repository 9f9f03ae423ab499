package cn.jointinspection.registry.intake;

/** Which list a file changes. */
public enum ChangeKind {
  MATTERS("抽查事项清单"),
  INSPECTORS("执法检查人员名录"),
  OBJECTS("检查对象名录"),
  RISK_CLASSES("信用风险分类"),
  RECUSALS("回避名单"),
  /** Drawn by the province or the city (二-11). */
  IMPOSED("上级抽查任务名单"),
  LICENCES("许可证名录"),
  /** Two entries of one object. */
  MERGES("检查对象合并");

  private final String label;

  ChangeKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}

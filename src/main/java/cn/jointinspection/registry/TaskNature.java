package cn.jointinspection.registry;

/** What kind of task a joint inspection is: some may inspect again what was inspected once (二-11). */
public enum TaskNature {
  GENERAL("一般任务"),
  KEY_AREA("重点领域"),
  SPECIAL("专项检查");

  private final String label;

  TaskNature(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}

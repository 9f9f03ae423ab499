package cn.jointinspection.inspection;

/** Where a joint inspection stands. */
public enum JointInspectionStatus {
  WAITING("待发起"),
  COSIGNING("会签中"),
  DRAWING("待抽取"),
  ACCEPTING("待接收"),
  INSPECTING("检查中"),
  FINISHED("检查结束，待确认完成"),
  COMPLETED("已完成"),
  CANCELLED("已取消");

  private final String text;

  JointInspectionStatus(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}

package cn.jointinspection.inspection;

/** Where the inspection of one object stands. */
public enum ObjectInspectionStatus {
  PLANNED("待开始"),
  STARTED("检查中"),
  CHECKED("检查完成，待录入公示"),
  FINISHED("已公示"),
  SUBSTITUTED("已补抽替换"),
  VOID("已作废");

  private final String text;

  ObjectInspectionStatus(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}

package cn.jointinspection.inspection;

/** What follows a result (后续处理). */
public enum FollowUpCode {
  NONE("无需后续处置"),
  STOP_AND_REPORT("停止检查并反馈日常监管"),
  RECTIFY("责令改正"),
  FILE_CASE("移送办案"),
  REFER("抄告相关部门"),
  OTHER("其他");

  private final String text;

  FollowUpCode(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}

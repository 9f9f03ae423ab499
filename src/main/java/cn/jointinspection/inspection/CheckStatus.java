package cn.jointinspection.inspection;

/** Where one department's check of one object stands. */
public enum CheckStatus {
  PENDING("待检查"),
  CHECKED("已检查，待录入"),
  ENTERED("已录入，待审核"),
  RETURNED("审核退回，待修改"),
  APPROVED("审核通过，待公示"),
  PUBLISHED("已公示"),
  DROPPED("不再实施");

  private final String text;

  CheckStatus(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}

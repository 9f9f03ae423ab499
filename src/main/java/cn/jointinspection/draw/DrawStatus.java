package cn.jointinspection.draw;

/** How far a draw has come. */
public enum DrawStatus {
  FROZEN("名单已冻结，正在提交随机数"),
  CLOSED("随机数已截止，等待公开随机值"),
  VALUE_ENTERED("公开随机值已录入，等待见证"),
  VALUE_CONFIRMED("公开随机值已见证，等待抽取"),
  DRAWN("抽取完成"),
  ABANDONED("已作废");

  private final String label;

  DrawStatus(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}

package cn.jointinspection.inspection;

/** How an object is told of its check; UNANNOUNCED needs a reason. */
public enum NoticeKind {
  WRITTEN("书面通知"),
  PHONE("电话通知"),
  UNANNOUNCED("不事先通知");

  private final String text;

  NoticeKind(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}

package cn.jointinspection.inspection;

/** Why an object cannot be inspected any more. */
public enum SubstitutionReason {
  DEREGISTERED("注销"),
  REVOKED("被吊销"),
  CANCELLED("被撤销"),
  MOVED_OUT("迁出"),
  NOT_FOUND("已不存在且无法联系");

  private final String text;

  SubstitutionReason(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}

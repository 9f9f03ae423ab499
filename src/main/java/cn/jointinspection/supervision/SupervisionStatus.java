package cn.jointinspection.supervision;

/** Where a supervision order (督办) stands. */
public enum SupervisionStatus {
  OPEN("待说明逾期原因"),
  EXPLAINED("已说明，待办公室处理"),
  EXEMPT("照单履职，免责"),
  ANSWERABLE("未照单履职，问责");

  private final String text;

  SupervisionStatus(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}

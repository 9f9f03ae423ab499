package cn.jointinspection.registry.intake;

/** How far a proposal has come. */
public enum ChangeStatus {
  READING("正在读取"),
  WAITING("待审批"),
  /** The file, or every row of it, cannot be used. */
  REFUSED("文件有误，未采用"),
  IN_FORCE("已生效"),
  REJECTED("未批准"),
  WITHDRAWN("已撤回");

  private final String text;

  ChangeStatus(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}

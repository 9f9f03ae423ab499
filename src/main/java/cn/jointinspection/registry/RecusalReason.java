package cn.jointinspection.registry;

/** Why an inspector keeps away from an object (回避, 三); published as a code, never with a personal detail. */
public enum RecusalReason {
  DECLARED("本人申请"),
  KINSHIP("亲属关系"),
  FORMER_EMPLOYEE("曾任职"),
  INTEREST("利害关系"),
  OTHER_RELATION("其他");

  private final String label;

  RecusalReason(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}

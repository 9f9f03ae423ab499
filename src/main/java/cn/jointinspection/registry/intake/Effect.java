package cn.jointinspection.registry.intake;

/** What a row of a file does to the registry. */
public enum Effect {
  ADDED("新增"),
  CHANGED("变更"),
  REMOVED("退出");

  private final String text;

  Effect(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}

package cn.jointinspection.draw.engine;

/** The stages of verification, in order (draw-spec 9). */
public enum Stage {
  FILES("文件摘要"),
  FREEZE("冻结值"),
  LISTS("名单规则"),
  SEED("种子"),
  ALLOCATION("各层数量"),
  SELECTION("抽中对象"),
  TEAMS("检查人员"),
  EVENTS("抽取后事件");

  private final String title;

  Stage(String title) {
    this.title = title;
  }

  /** For people, in Chinese. */
  public String title() {
    return title;
  }

  /** As the definition writes it. */
  public String text() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}

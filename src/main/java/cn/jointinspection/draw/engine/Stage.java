package cn.jointinspection.draw.engine;

/** The stages of verification, in order (draw-spec 9). */
public enum Stage {
  FILES,
  FREEZE,
  LISTS,
  SEED,
  ALLOCATION,
  SELECTION,
  TEAMS,
  EVENTS;

  /** As the definition writes it. */
  public String text() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}

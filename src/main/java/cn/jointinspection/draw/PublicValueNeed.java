package cn.jointinspection.draw;

/** What the closing of contributions leaves to be done. */
public enum PublicValueNeed {
  /** The named source gives a value, which people enter and witness. */
  NEEDED,
  /** The draw uses none, and enough departments have contributed. */
  NONE,
  /** The draw uses none, but fewer than two departments contributed: it cannot be drawn. */
  IMPOSSIBLE
}

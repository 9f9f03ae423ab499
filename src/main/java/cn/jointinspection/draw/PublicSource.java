package cn.jointinspection.draw;

/**
 * Where the public value comes from, as named before the freeze (draw-spec 3).
 *
 * @param kind dice, lottery, drand or none
 */
public record PublicSource(String kind, String source) {

  /** Whether the draw uses no outside value. */
  public boolean none() {
    return kind.equals("none");
  }
}

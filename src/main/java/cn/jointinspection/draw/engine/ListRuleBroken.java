package cn.jointinspection.draw.engine;

/** A list is well-formed but breaks a rule of stage {@code lists}: order, uniqueness, strata, disjointness, bounds. */
public final class ListRuleBroken extends Malformed {

  private static final long serialVersionUID = 1L;

  ListRuleBroken(String file, int line, String reason) {
    super(file, line, reason);
  }
}

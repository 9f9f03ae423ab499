package cn.jointinspection.registry.intake;

import java.util.List;

/**
 * One row of a proposal, as it would change the registry.
 *
 * @param line of the file, from 1
 * @param title what it is about, as people call it
 * @param fields those that it fills or changes, in words
 */
public record Sample(int line, String title, List<Field> fields) {

  /** @param before null where nothing stood; @param after null where nothing will */
  public record Field(String name, String before, String after) {}
}

package cn.jointinspection.registry;

import java.util.Map;

/**
 * How many objects a scope holds.
 *
 * @param byClass objects in force by class; every class is a key
 * @param unrated objects in force without a class
 * @param notInForce objects that no longer exist here and are never drawn
 */
public record ScopeCounts(Map<RiskClass, Integer> byClass, int unrated, int notInForce) {

  public ScopeCounts {
    byClass = Map.copyOf(byClass);
  }

  /** Objects that can be drawn. */
  public int inForce() {
    return byClass.values().stream().mapToInt(Integer::intValue).sum() + unrated;
  }
}

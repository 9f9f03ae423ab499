package cn.jointinspection.registry;

/** How many entries came new into a registry and how many were changed; what already stood so counts in neither. */
public record PutOutcome(int added, int changed) {

  PutOutcome plus(PutOutcome other) {
    return new PutOutcome(added + other.added, changed + other.changed);
  }
}

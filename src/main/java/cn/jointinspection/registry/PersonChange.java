package cn.jointinspection.registry;

/**
 * What became of a person in one step.
 *
 * @param before null for somebody new
 */
public record PersonChange(Person before, Person now) {

  public boolean isNew() {
    return before == null;
  }

  /** Whether work that was his need not be his any more: he left, moved, or gave up a role. */
  public boolean losesWork() {
    return before != null && before.inForce() && (!now.inForce() || !now.department().equals(before.department())
        || !now.roles().containsAll(before.roles()));
  }
}

package cn.jointinspection.registry;

import java.util.Set;
import java.util.stream.Collectors;

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

  /** The roles he had and has no more, in words; empty if there are none. */
  public String lostRoles() {
    return before == null ? "" : Set.copyOf(before.roles()).stream().filter(role -> !now.is(role)).sorted()
        .map(Role::text).collect(Collectors.joining("、"));
  }
}

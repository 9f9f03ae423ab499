package cn.jointinspection.registry;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody who works here (人员名册).
 *
 * @param account by which he signs in; never changes, for what he did is on record under it
 * @param department code of his body
 * @param roles in the order of {@link Role}; what his body can have, {@link PersonRules} says
 * @param certificateNo 执法证号; null where he has none
 * @param email null where he has none
 * @param inForce false once he has left
 * @param version to hand back when saving
 */
public record Person(
    String account, String name, String department, Set<Role> roles, String certificateNo, String email,
    boolean inForce, int version) {

  public Person {
    roles = Collections.unmodifiableSet(inOrder(roles));
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether he may be drawn as far as the roster says; his certificate is the inspectors' registry's matter. */
  public boolean inspects() {
    return inForce && is(Role.INSPECTOR);
  }

  /** His roles in words. */
  public String rolesText() {
    return roles.stream().map(Role::text).collect(Collectors.joining("、"));
  }

  /** The same once he has left, or has come back. */
  public Person inForce(boolean now) {
    return new Person(account, name, department, roles, certificateNo, email, now, version);
  }

  /** Whether the two differ in anything but the version. */
  boolean differs(Person other) {
    return !withVersion(0).equals(other.withVersion(0));
  }

  private Person withVersion(int now) {
    return new Person(account, name, department, roles, certificateNo, email, inForce, now);
  }

  private static Set<Role> inOrder(Collection<Role> roles) {
    return roles.isEmpty() ? Set.of() : EnumSet.copyOf(List.copyOf(roles));
  }
}

package cn.jointinspection.engine.identity;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.EngineRefused.LastAdministratorStays;
import cn.jointinspection.engine.EngineRefused.OnlyAdministratorsHandleAdministrators;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Bodies;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.PeopleFollower;
import cn.jointinspection.registry.Person;
import cn.jointinspection.registry.PersonChange;
import cn.jointinspection.registry.Role;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/**
 * Makes the engine's accounts and memberships what the roster says (人员名册), in the roster's transaction. Groups of which
 * the roster says nothing, the administrators', stay as they are until somebody leaves.
 */
@Component
class PersonAccounts implements PeopleFollower {

  private final IdentityService identity;
  private final Departments departments;
  private final Accounts accounts;
  private final OneTimePasswords passwords;
  private final SignInGate gate;
  private final Actors actors;

  PersonAccounts(IdentityService identity, Departments departments, Accounts accounts, OneTimePasswords passwords,
      SignInGate gate, Actors actors) {
    this.identity = identity;
    this.departments = departments;
    this.accounts = accounts;
    this.passwords = passwords;
    this.gate = gate;
    this.actors = actors;
  }

  @Override
  public void follow(List<PersonChange> changes, Actor by) {
    actors.unrestricted(() -> {
      changes.forEach(change -> follow(change.now(), by));
      return null;
    });
  }

  @Override
  public Set<String> taken(Collection<String> ids) {
    return actors.unrestricted(() -> identity.createUserQuery().userIdIn(ids.toArray(String[]::new)).list()).stream()
        .map(User::getId).collect(Collectors.toSet());
  }

  private void follow(Person person, Actor by) {
    Set<String> groups = groups(person.account());
    administratorsAreLeftTo(groups, by);
    if (!person.inForce()) {
      lock(person, groups, by);
      return;
    }
    gate.unlock(person.account());
    if (accounts.profile(person.account(), person.name(), person.email())) {
      passwords.isDue(person.account());
    }
    Set<String> wanted = wanted(person);
    Set<String> kept = ofTheRoster();
    groups.stream().filter(group -> kept.contains(group) && !wanted.contains(group))
        .forEach(group -> identity.deleteMembership(person.account(), group));
    wanted.stream().filter(group -> !groups.contains(group))
        .forEach(group -> identity.createMembership(person.account(), group));
  }

  /** A registrar who could change an administrator's account would be one. */
  private static void administratorsAreLeftTo(Set<String> groups, Actor by) {
    if (groups.contains(Groups.ADMINISTRATORS) && !by.in(Groups.ADMINISTRATORS)) {
      throw new OnlyAdministratorsHandleAdministrators();
    }
  }

  private void lock(Person person, Set<String> groups, Actor by) {
    if (groups.contains(Groups.ADMINISTRATORS)
        && identity.createUserQuery().memberOfGroup(Groups.ADMINISTRATORS).count() == 1) {
      throw new LastAdministratorStays();
    }
    groups.forEach(group -> identity.deleteMembership(person.account(), group));
    gate.lock(person.account(), by);
    if (accounts.exists(person.account())) {
      accounts.makeUnusable(person.account());
    }
  }

  private Set<String> groups(String account) {
    return identity.createGroupQuery().groupMember(account).list().stream().map(Group::getId)
        .collect(Collectors.toSet());
  }

  static Set<String> wanted(Person person) {
    Set<String> wanted = new HashSet<>(Set.of(Groups.STAFF));
    for (Role role : person.roles()) {
      wanted.add(switch (role) {
        case CLERK -> person.department();
        case REVIEWER -> Bodies.reviewersOf(person.department());
        case REGISTRAR -> Groups.REGISTRARS;
        case INSPECTOR -> Groups.INSPECTORS;
        case OFFICE -> Groups.OFFICE;
        case DISCIPLINE -> Groups.DISCIPLINE;
      });
    }
    return wanted;
  }

  private Set<String> ofTheRoster() {
    Set<String> all = new HashSet<>(Set.of(Groups.STAFF, Groups.REGISTRARS, Groups.INSPECTORS));
    for (Department department : departments.all()) {
      all.add(department.code());
      all.add(Bodies.reviewersOf(department.code()));
    }
    return all;
  }
}

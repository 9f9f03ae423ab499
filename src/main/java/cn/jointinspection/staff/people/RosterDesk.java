package cn.jointinspection.staff.people;

import cn.jointinspection.engine.identity.OneTimePasswords;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.registry.People;
import cn.jointinspection.registry.Person;
import cn.jointinspection.registry.PersonChange;
import cn.jointinspection.registry.RosterUploads;
import cn.jointinspection.staff.people.PasswordSlips.Slip;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of the roster with all that follows: account, groups and registry, open work, a password on paper for whoever
 * is new. All of it or nothing.
 */
@Component
class RosterDesk {

  private final People people;
  private final RosterUploads uploads;
  private final HandOver handOver;
  private final OneTimePasswords passwords;
  private final PasswordSlips slips;

  RosterDesk(People people, RosterUploads uploads, HandOver handOver, OneTimePasswords passwords, PasswordSlips slips) {
    this.people = people;
    this.uploads = uploads;
    this.handOver = handOver;
    this.passwords = passwords;
    this.slips = slips;
  }

  @Transactional
  public Slip add(Person person, Actor by) {
    return issue(people.add(person, by), by);
  }

  /** @param heir account of the colleague who takes over what the person may not do any more; null for nobody */
  @Transactional
  public Person save(Person edited, String heir, Actor by) {
    Person before = people.get(edited.account());
    Person now = people.save(edited.inForce(before.inForce()), by);
    handOver.after(new PersonChange(before, now), heir, by);
    return now;
  }

  /** @param heir as with {@link #save} */
  @Transactional
  public void leave(String account, int version, String heir, Actor by) {
    Person before = asSeen(account, version);
    Person now = people.save(before.inForce(false), by);
    handOver.after(new PersonChange(before, now), heir, by);
  }

  @Transactional
  public Slip comeBack(String account, int version, Actor by) {
    return issue(people.save(asSeen(account, version).inForce(true), by), by);
  }

  @Transactional
  public Slip newPassword(String account, Actor by) {
    return issue(people.get(account), by);
  }

  /** People in force who have an account and no password that they could sign in with, by account. */
  List<Person> withoutPassword() {
    Set<String> due = new HashSet<>(passwords.due());
    return due.isEmpty() ? List.of() : people.inForce().stream().filter(person -> due.contains(person.account())).toList();
  }

  /** Passwords for all who have none: the first after a whole roster came by command. */
  @Transactional
  public List<Slip> newPasswords(Actor by) {
    return withoutPassword().stream().map(person -> issue(person, by)).toList();
  }

  /** @return a slip for each who is new or came back; empty if nobody is */
  @Transactional
  public List<Slip> take(long upload, String fingerprint, Actor by) {
    List<PersonChange> changes = uploads.take(upload, fingerprint, by).changes();
    changes.forEach(change -> handOver.after(change, null, by));
    return changes.stream().filter(change -> change.isNew() || !change.before().inForce())
        .map(change -> issue(change.now(), by)).toList();
  }

  private Person asSeen(String account, int version) {
    Person person = people.get(account);
    if (person.version() != version) {
      throw new ChangedMeanwhile("人员“" + person.name() + "”");
    }
    return person;
  }

  private Slip issue(Person person, Actor by) {
    return slips.slip(person, passwords.issue(person.account(), by));
  }
}

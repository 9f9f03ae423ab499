package cn.jointinspection.registry;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.registry.RegistryRefused.AccountTaken;
import cn.jointinspection.registry.RegistryRefused.CertificateTaken;
import cn.jointinspection.registry.RegistryRefused.PersonIncomplete;
import cn.jointinspection.registry.RegistryRefused.UnknownPerson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The roster of all who work here (人员名册). The registry of inspectors, accounts and groups follow it in the same
 * transaction. Who may change it is the caller's to check.
 */
@Service
public class People {

  private static final String SELECT =
      "select account, name, department, roles, certificate_no, email, in_force, version from person ";

  private final JdbcClient jdbc;
  private final RegistryActor registryActor;
  private final Departments departments;
  private final ObjectProvider<PeopleFollower> followers;

  People(JdbcClient jdbc, RegistryActor registryActor, Departments departments,
      ObjectProvider<PeopleFollower> followers) {
    this.jdbc = jdbc;
    this.registryActor = registryActor;
    this.departments = departments;
    this.followers = followers;
  }

  /** Those whom the question means, by department as printed, then by name. @param page counted from 1 */
  public Page<Person> search(PersonQuery query, int page, int size) {
    List<Object> values = new ArrayList<>();
    String where = where(query, values);
    long total = jdbc.sql("select count(*) from person p join department d on d.code = p.department" + where)
        .params(values).query(Long.class).single();
    values.add(Page.offset(page, size));
    values.add(size);
    return new Page<>(
        jdbc.sql("""
                select p.account, p.name, p.department, p.roles, p.certificate_no, p.email, p.in_force, p.version
                from person p join department d on d.code = p.department""" + where
                + " order by d.position, p.name, p.account offset ? limit ?")
            .params(values).query(People::map).list(),
        page, size, total);
  }

  private static String where(PersonQuery query, List<Object> values) {
    StringBuilder where = new StringBuilder(" where true");
    if (query.text() != null) {
      where.append(" and (strpos(p.name, ?) > 0 or starts_with(lower(p.account), lower(?))")
          .append(" or starts_with(p.certificate_no, ?))");
      values.addAll(List.of(query.text(), query.text(), query.text()));
    }
    if (query.departments() != null) {
      where.append(" and p.department = any (?)");
      values.add(query.departments().toArray(String[]::new));
    }
    if (query.role() != null) {
      where.append(" and ? = any (p.roles)");
      values.add(query.role().name());
    }
    if (query.inForce() != null) {
      where.append(" and p.in_force = ?");
      values.add(query.inForce());
    }
    return where.toString();
  }

  public Optional<Person> find(String account) {
    return jdbc.sql(SELECT + "where account = ?").param(account).query(People::map).optional();
  }

  /** @throws UnknownPerson if nobody of the roster has the account */
  public Person get(String account) {
    return find(account).orElseThrow(() -> new UnknownPerson(account));
  }

  /** Those in force in the department, by name. */
  public List<Person> inForce(String department) {
    return jdbc.sql(SELECT + "where department = ? and in_force order by name, account")
        .param(department).query(People::map).list();
  }

  /** Everybody in force, by account. */
  public List<Person> inForce() {
    return jdbc.sql(SELECT + "where in_force order by account").query(People::map).list();
  }

  /** Whether nobody has been entered yet. */
  public boolean none() {
    return jdbc.sql("select not exists (select from person)").query(Boolean.class).single();
  }

  /** Everybody, those who left included, by account. */
  List<Person> all() {
    return jdbc.sql(SELECT + "order by account").query(People::map).list();
  }

  /**
   * Enters somebody new; two at once get different accounts.
   *
   * @param person an account that is null is made from his department's code
   * @throws PersonIncomplete naming every column that is wrong
   * @throws AccountTaken if the account is somebody's in the roster
   * @throws CertificateTaken if the certificate is somebody else's
   */
  @Transactional
  public Person add(Person person, Actor actor) {
    jdbc.sql("lock table person in share row exclusive mode").update();
    Person named = person.account() != null ? person
        : withAccount(person, freeAccounts(person.department(), 1).get(0));
    check(named);
    if (find(named.account()).isPresent()) {
      throw new AccountTaken(named.account());
    }
    certificateIsFree(named);
    store(List.of(named), actor);
    return get(named.account());
  }

  /**
   * Saves an edited person; his account never changes.
   *
   * @return the person as saved, with his new version
   * @throws ChangedMeanwhile if he was changed after {@code edited} was read
   * @throws UnknownPerson if there is no such person
   * @throws PersonIncomplete naming every column that is wrong
   * @throws CertificateTaken if the certificate is somebody else's
   */
  @Transactional
  public Person save(Person edited, Actor actor) {
    check(edited);
    Person before = jdbc.sql(SELECT + "where account = ? for update").param(edited.account()).query(People::map)
        .optional().orElseThrow(() -> new UnknownPerson(edited.account()));
    if (before.version() != edited.version()) {
      throw new ChangedMeanwhile("人员“" + before.name() + "”");
    }
    certificateIsFree(edited);
    store(List.of(edited), actor);
    return get(edited.account());
  }

  /**
   * Enters new people and overwrites those whose account is there, all or none.
   *
   * @throws PersonIncomplete for the first that is wrong
   * @throws CertificateTaken if a certificate is somebody else's
   */
  @Transactional
  public PutOutcome put(Collection<Person> people, Actor actor) {
    people.forEach(this::check);
    return store(people, actor);
  }

  private void check(Person person) {
    List<PersonRules.Problem> problems = PersonRules.problems(person, departments.byCode(person.department()));
    if (!problems.isEmpty()) {
      throw new PersonIncomplete(person.name() == null ? "" : person.name(), problems);
    }
  }

  private void certificateIsFree(Person person) {
    jdbc.sql("select name from person where certificate_no = ? and account <> ?")
        .params(person.certificateNo(), person.account()).query(String.class).optional().ifPresent(holder -> {
          throw new CertificateTaken(person.certificateNo(), holder);
        });
  }

  private PutOutcome store(Collection<Person> people, Actor actor) {
    OffsetDateTime now = registryActor.sign(actor);
    Map<String, Person> before = of(people.stream().map(Person::account).toList());
    List<PersonChange> changes = new ArrayList<>();
    // Always in the same order, so that two imports at once wait for each other instead of locking each other out.
    for (Person person : people.stream().sorted(Comparator.comparing(Person::account)).toList()) {
      Person was = before.get(person.account());
      if (was == null || was.differs(person)) {
        if (was == null) {
          insert(person, now);
        } else {
          update(person, now);
        }
        followUp(was, person, now);
        changes.add(new PersonChange(was, person));
      }
    }
    followers.forEach(follower -> follower.follow(changes, actor));
    int added = (int) changes.stream().filter(PersonChange::isNew).count();
    return new PutOutcome(added, changes.size() - added);
  }

  /** Never over somebody whom another entered meanwhile. */
  private void insert(Person person, OffsetDateTime now) {
    int inserted = unlessTaken(person, jdbc.sql("""
            insert into person (name, department, roles, certificate_no, email, in_force, updated_at, account)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (account) do nothing"""), now);
    if (inserted != 1) {
      throw new AccountTaken(person.account());
    }
  }

  private void update(Person person, OffsetDateTime now) {
    unlessTaken(person, jdbc.sql("""
            update person set name = ?, department = ?, roles = ?, certificate_no = ?, email = ?, in_force = ?,
              updated_at = ?, version = version + 1 where account = ?"""), now);
  }

  private static int unlessTaken(Person person, JdbcClient.StatementSpec write, OffsetDateTime now) {
    try {
      return write.params(person.name(), person.department(),
          person.roles().stream().map(Enum::name).toArray(String[]::new), person.certificateNo(), person.email(),
          person.inForce(), now, person.account()).update();
    } catch (DuplicateKeyException taken) {
      throw new CertificateTaken(person.certificateNo(), "另一人");
    }
  }

  /** The registry of inspectors: who has the certificate, where he is, and whether he still inspects. */
  private void followUp(Person before, Person now, OffsetDateTime at) {
    String former = before == null ? null : before.certificateNo();
    if (former != null && !former.equals(now.certificateNo())) {
      jdbc.sql("""
              update inspector set account = null, status = 'LEFT', version = version + 1, updated_at = ?
              where certificate_no = ? and (account is not null or status <> 'LEFT')""")
          .params(at, former).update();
    }
    if (now.certificateNo() == null) {
      return;
    }
    // Whom the registry says to have left stays so when he is entered: only who takes it up again inspects again.
    boolean again = before != null && !before.inspects() && now.inspects();
    jdbc.sql("""
            update inspector set name = :name, department = :department, account = :account,
              status = case when not :inspects then 'LEFT' when :again then 'IN_FORCE' else status end,
              version = version + 1, updated_at = :at
            where certificate_no = :certificate and (name, department, account, status) is distinct from
              (:name, :department, :account,
               case when not :inspects then 'LEFT' when :again then 'IN_FORCE' else status end)""")
        .param("name", now.name()).param("department", now.department()).param("account", now.account())
        .param("inspects", now.inspects()).param("again", again).param("at", at)
        .param("certificate", now.certificateNo()).update();
  }

  private Map<String, Person> of(Collection<String> accounts) {
    return jdbc.sql(SELECT + "where account = any (?) order by account for update")
        .param(accounts.toArray(String[]::new)).query(People::map).list().stream()
        .collect(Collectors.toMap(Person::account, Function.identity()));
  }

  /** So many accounts that nobody has, made from the department's code and a number. */
  List<String> freeAccounts(String department, int count) {
    List<String> free = new ArrayList<>();
    for (int next = 1; free.size() < count; next += count + 50) {
      List<String> tried = new ArrayList<>();
      for (int number = next; number < next + count + 50; number++) {
        tried.add(department + "%03d".formatted(number));
      }
      Set<String> taken = taken(tried);
      tried.stream().filter(account -> !taken.contains(account)).limit(count - free.size()).forEach(free::add);
    }
    return free;
  }

  private Set<String> taken(List<String> accounts) {
    Set<String> taken = jdbc.sql("""
            select account from person where account = any (:accounts)
            union select account from inspector where account = any (:accounts)""")
        .param("accounts", accounts.toArray(String[]::new)).query(String.class).set();
    followers.forEach(follower -> taken.addAll(follower.taken(accounts)));
    return taken;
  }

  static Person withAccount(Person person, String account) {
    return new Person(account, person.name(), person.department(), person.roles(), person.certificateNo(),
        person.email(), person.inForce(), person.version());
  }

  private static Person map(ResultSet row, int number) throws SQLException {
    return new Person(row.getString("account"), row.getString("name"), row.getString("department"),
        Arrays.stream((String[]) row.getArray("roles").getArray()).map(Role::valueOf).collect(Collectors.toSet()),
        row.getString("certificate_no"), row.getString("email"), row.getBoolean("in_force"), row.getInt("version"));
  }
}

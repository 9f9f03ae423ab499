package cn.jointinspection.registry;

import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.platform.sheet.TableRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the rows of a roster file (人员名册) against the roster as it stands. */
final class RosterRows {

  static final List<String> HEADS = List.of(PersonRules.NAME, PersonRules.DEPARTMENT, PersonRules.ROLES);
  static final List<String> ALL_HEADS = Stream.concat(HEADS.stream(),
      Stream.of(PersonRules.CERTIFICATE, PersonRules.EMAIL, PersonRules.ACCOUNT)).toList();

  private final DepartmentNames departments;
  private final CellChecks checks;
  private final Map<String, Person> byAccount;
  private final Map<String, Person> byCertificate;
  private final Map<String, List<Person>> byNameAndDepartment;
  private final Map<String, Integer> rowOfPerson = new HashMap<>();

  RosterRows(DepartmentNames departments, CellChecks checks, Collection<Person> roster) {
    this.departments = departments;
    this.checks = checks;
    byAccount = roster.stream().collect(Collectors.toMap(Person::account, Function.identity()));
    byCertificate = roster.stream().filter(person -> person.certificateNo() != null)
        .collect(Collectors.toMap(Person::certificateNo, Function.identity()));
    byNameAndDepartment = roster.stream().filter(Person::inForce).collect(Collectors.groupingBy(RosterRows::key));
  }

  /**
   * The row as a change; what is wrong with it is in the checks, and then the change is not to be used.
   *
   * @return the account of somebody new is null where the row gives none; null if the row's department is not known
   */
  PersonChange read(TableRow row) {
    DepartmentNames.Named named = departments.resolve(CellText.name(row.text(PersonRules.DEPARTMENT)));
    Department body = checks.orProblem(named.department(), row, PersonRules.DEPARTMENT,
        "一个部门的名称或别名（" + named.problem() + "）");
    Person read = new Person(text(row, PersonRules.ACCOUNT), CellText.name(row.text(PersonRules.NAME)),
        body == null ? null : body.code(), roles(row), text(row, PersonRules.CERTIFICATE), text(row, PersonRules.EMAIL),
        true, 0);
    if (body == null) {
      return null;
    }
    Person before = before(read, row);
    Person now = before == null ? read : merged(read, before);
    for (PersonRules.Problem problem : PersonRules.problems(named(now), body)) {
      checks.problem(row, problem.column(), problem.expected());
    }
    if (before != null && before.inForce() && !before.department().equals(now.department())) {
      checks.problem(row, PersonRules.DEPARTMENT, "与名册一致的部门：调动请在该人员的页面办理，未办结的工作须有人接手");
    }
    once(now, row);
    return new PersonChange(before, now);
  }

  /** Whom the row means: by account, certificate, or name and department where that is clear. */
  private Person before(Person read, TableRow row) {
    Person holder = read.certificateNo() == null ? null : byCertificate.get(read.certificateNo());
    if (read.account() != null) {
      Person before = byAccount.get(read.account());
      if (holder != null && !holder.equals(before)) {
        checks.problem(row, PersonRules.CERTIFICATE, "本人的执法证号（" + read.certificateNo() + " 已登记在" + holder.name()
            + "名下，账号 " + holder.account() + "）");
      }
      return before;
    }
    if (holder != null) {
      return holder;
    }
    List<Person> same = byNameAndDepartment.getOrDefault(key(read), List.of());
    if (same.size() > 1) {
      checks.problem(row, PersonRules.ACCOUNT, "账号，以分清本部门的同名人员（"
          + same.stream().map(Person::account).collect(Collectors.joining("、")) + "）");
    }
    return same.size() == 1 ? same.get(0) : null;
  }

  /** A blank certificate, e-mail or account leaves what is there. */
  private static Person merged(Person read, Person before) {
    return new Person(before.account(), read.name(), read.department(), read.roles(),
        read.certificateNo() == null ? before.certificateNo() : read.certificateNo(),
        read.email() == null ? before.email() : read.email(), true, before.version());
  }

  /** The rules ask for an account, which somebody new may yet get. */
  private static Person named(Person person) {
    return person.account() == null ? People.withAccount(person, "xx") : person;
  }

  private void once(Person person, TableRow row) {
    List<String> keys = new ArrayList<>();
    if (person.certificateNo() != null) {
      keys.add(person.certificateNo());
    }
    if (person.account() != null) {
      keys.add("@" + person.account());
    } else if (person.certificateNo() == null) {
      keys.add(key(person));
    }
    for (String key : keys) {
      Integer first = rowOfPerson.putIfAbsent(key, row.number());
      if (first != null) {
        checks.problem(row, key.equals(person.certificateNo()) ? PersonRules.CERTIFICATE : PersonRules.NAME,
            "每人一行（与第 " + first + " 行是同一人；同名的两人请填写账号）");
        return;
      }
    }
  }

  private Set<Role> roles(TableRow row) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : CellChecks.parts(row.text(PersonRules.ROLES), "[、，,；;/\\s]+")) {
      Optional<Role> role = Role.named(name);
      role.ifPresent(roles::add);
      if (role.isEmpty()) {
        checks.problem(row, PersonRules.ROLES, "经办、审核、登记员、检查人员、办公室、纪检中的一个或几个，用顿号分开（没有“" + name + "”）");
      }
    }
    return roles;
  }

  private String text(TableRow row, String column) {
    checks.hasItsDigits(row, column);
    String text = CellText.code(row.text(column));
    return text.isEmpty() ? null : text;
  }

  private static String key(Person person) {
    return person.department() + " " + person.name();
  }
}

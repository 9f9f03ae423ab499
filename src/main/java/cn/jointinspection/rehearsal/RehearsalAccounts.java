package cn.jointinspection.rehearsal;

import cn.jointinspection.engine.identity.Accounts;
import cn.jointinspection.engine.identity.FirstAdministrator;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Bodies;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.People;
import cn.jointinspection.registry.Person;
import cn.jointinspection.registry.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One person per department and role, and each inspector of the sample registry, entered in the roster as in earnest;
 * only that all have one password, which nobody need change.
 */
@Component
@Profile("rehearsal")
class RehearsalAccounts {

  static final String OFFICE_ACCOUNT = Groups.OFFICE + "Staff";

  private static final Actor REHEARSAL = new Actor("system", "演练", Set.of());

  private final Accounts accounts;
  private final FirstAdministrator administrator;
  private final Departments departments;
  private final Inspectors inspectors;
  private final People people;

  RehearsalAccounts(Accounts accounts, FirstAdministrator administrator, Departments departments,
      Inspectors inspectors, People people) {
    this.accounts = accounts;
    this.administrator = administrator;
    this.departments = departments;
    this.inspectors = inspectors;
    this.people = people;
  }

  /** Fills a roster in which nobody is; one that holds anybody is left alone. */
  @Transactional
  public void create(String password) {
    if (!people.none()) {
      return;
    }
    administrator.create("admin", password);
    List<Person> roster = new ArrayList<>();
    for (Department department : departments.all()) {
      roster.add(person(department.code() + "Staff", department.name() + "经办", department.code(), role(department)));
      if (department.kind() == DepartmentKind.DEPARTMENT) {
        roster.add(
            person(department.code() + "Reviewer", department.name() + "审核", department.code(), Role.REVIEWER));
        inspectors.all(department.code()).stream().filter(inspector -> inspector.account() != null)
            .map(RehearsalAccounts::person).forEach(roster::add);
      }
    }
    // The office is two people at least: what one drafts the other examines.
    roster.add(person(OFFICE_ACCOUNT + "2", departments.byCode(Bodies.OFFICE).name() + "经办二", Bodies.OFFICE, Role.OFFICE));
    roster.add(person("registrar", "名录登记", Bodies.OFFICE, Role.REGISTRAR));
    people.put(roster, REHEARSAL);
    roster.stream().filter(Person::inForce).forEach(person -> accounts.setPassword(person.account(), password));
  }

  private static Role role(Department department) {
    return switch (department.kind()) {
      case OFFICE -> Role.OFFICE;
      case DISCIPLINE -> Role.DISCIPLINE;
      case DEPARTMENT -> Role.CLERK;
    };
  }

  private static Person person(String account, String name, String department, Role role) {
    return new Person(account, name, department, Set.of(role), null, null, true, 0);
  }

  private static Person person(Inspector inspector) {
    return new Person(inspector.account(), inspector.name(), inspector.department(), Set.of(Role.INSPECTOR),
        inspector.certificateNo(), null, inspector.inForce(), 0);
  }
}

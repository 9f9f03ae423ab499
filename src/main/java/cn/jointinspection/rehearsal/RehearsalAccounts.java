package cn.jointinspection.rehearsal;

import cn.jointinspection.engine.identity.Accounts;
import cn.jointinspection.engine.identity.FirstAdministrator;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.registry.Bodies;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One account per department and role, and one for each inspector of the sample registry. */
@Component
@Profile("rehearsal")
class RehearsalAccounts {

  static final String OFFICE_ACCOUNT = Groups.OFFICE + "Staff";

  private final Accounts accounts;
  private final FirstAdministrator administrator;
  private final Departments departments;
  private final Inspectors inspectors;

  RehearsalAccounts(
      Accounts accounts, FirstAdministrator administrator, Departments departments, Inspectors inspectors) {
    this.accounts = accounts;
    this.administrator = administrator;
    this.departments = departments;
    this.inspectors = inspectors;
  }

  @Transactional
  public void create(String password) {
    administrator.create("admin", password);
    for (Department department : departments.all()) {
      String code = department.code();
      accounts.create(code + "Staff", department.name(), "经办", password, List.of(code));
      if (department.kind() == DepartmentKind.DEPARTMENT) {
        accounts.create(code + "Reviewer", department.name(), "审核", password, List.of(Bodies.reviewersOf(code)));
        for (Inspector inspector : inspectors.all(code)) {
          if (inspector.account() != null) {
            accounts.create(inspector.account(), inspector.name(), "", password, List.of(Groups.INSPECTORS));
          }
        }
      }
    }
    // The office is two people at least: what one drafts the other examines.
    accounts.create(OFFICE_ACCOUNT + "2", departments.byCode(Groups.OFFICE).name(), "经办二", password,
        List.of(Groups.OFFICE));
    accounts.create("registrar", "名录", "登记", password, List.of(Groups.REGISTRARS));
  }
}

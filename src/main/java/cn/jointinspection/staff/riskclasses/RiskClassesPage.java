package cn.jointinspection.staff.riskclasses;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.ClassCoverage;
import cn.jointinspection.registry.ClassCoverage.Gap;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.DepartmentGrade;
import cn.jointinspection.registry.DepartmentGrades;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.registry.Scopes;
import cn.jointinspection.registry.intake.RegistryChanges;
import cn.jointinspection.staff.StaffPage;
import cn.jointinspection.staff.StaffSection;
import cn.jointinspection.staff.registry.PlannedScopes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How many objects have a class and how old it is (四): all staff read it; departments keep their grades. */
@Controller
class RiskClassesPage implements StaffPage {

  static final String PATH = "/camunda/api/staff/risk-classes";

  private static final int PAGE_SIZE = 50;

  private final Actors actors;
  private final ClassCoverage coverage;
  private final DepartmentGrades grades;
  private final Departments departments;
  private final PlannedScopes planned;
  private final Scopes scopes;
  private final RegistryChanges changes;

  RiskClassesPage(Actors actors, ClassCoverage coverage, DepartmentGrades grades, Departments departments,
      PlannedScopes planned, Scopes scopes, RegistryChanges changes) {
    this.actors = actors;
    this.coverage = coverage;
    this.grades = grades;
    this.departments = departments;
    this.planned = planned;
    this.scopes = scopes;
    this.changes = changes;
  }

  /** The grades of one department. @param keeps whether the reader may change them */
  record Table(String code, String name, List<DepartmentGrade> grades, boolean keeps) {}

  record Change(DepartmentGrade grade, String department) {}

  /** @param department code; null for all @param change page of the changes of grades */
  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(
      @RequestParam(required = false) String department,
      @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int change,
      Model model) {
    Collection<Integer> of = scopesOf(department);
    List<String> keeps = keptBy(actors.current());
    Map<String, List<DepartmentGrade>> inUse =
        grades.inUse().stream().collect(Collectors.groupingBy(DepartmentGrade::department));
    model.addAttribute("together", coverage.together(of));
    model.addAttribute("scopes", coverage.byScope(of));
    model.addAttribute("gaps", Gap.values());
    model.addAttribute("late", !coverage.cameThisMonth());
    model.addAttribute("department", department);
    model.addAttribute("departments", inspecting());
    model.addAttribute("kept", inspecting().stream().filter(one -> keeps.contains(one.code())).toList());
    model.addAttribute("classes", RiskClass.values());
    model.addAttribute("tables", inspecting().stream().filter(one -> inUse.containsKey(one.code()))
        .map(one -> new Table(one.code(), one.name(), inUse.get(one.code()), keeps.contains(one.code()))).toList());
    model.addAttribute("changes", grades.changes(change, PAGE_SIZE)
        .map(grade -> new Change(grade, departments.byCode(grade.department()).name())));
    return "staff/risk-classes";
  }

  /** The objects behind a figure. */
  @GetMapping(value = PATH + "/objects", produces = MediaType.TEXT_HTML_VALUE)
  String objects(
      @RequestParam Gap gap,
      @RequestParam(required = false) Integer scope,
      @RequestParam(required = false) String department,
      @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int page,
      Model model) {
    model.addAttribute("gap", gap);
    model.addAttribute("scope", scope);
    model.addAttribute("scopeName", scope == null ? null : scopes.nameOf(scope));
    model.addAttribute("department", department);
    model.addAttribute("departmentName",
        department == null || department.isEmpty() ? null : departments.byCode(department).name());
    model.addAttribute("found",
        coverage.behind(gap, scope == null ? scopesOf(department) : List.of(scope), page, PAGE_SIZE));
    return "staff/risk-class-objects";
  }

  private Collection<Integer> scopesOf(String department) {
    return department == null || department.isEmpty() ? null : planned.of(department);
  }

  /** Codes of the departments whose grades the person may change. */
  List<String> keptBy(Actor actor) {
    return changes.departmentsOf(actor, Groups.REGISTRARS);
  }

  private List<Department> inspecting() {
    return departments.all().stream().filter(one -> one.kind() == DepartmentKind.DEPARTMENT).toList();
  }

  @Override
  public String href() {
    return PATH;
  }

  @Override
  public String label() {
    return "风险分类";
  }

  @Override
  public String description() {
    return "多少检查对象有信用风险等级、是什么时候的，各部门的分级对应哪一等级";
  }

  @Override
  public StaffSection section() {
    return StaffSection.RISK;
  }

  @Override
  public int position() {
    return 23;
  }
}

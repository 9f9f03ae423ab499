package cn.jointinspection.staff.departmentnames;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.DepartmentAlias;
import cn.jointinspection.registry.DepartmentAliases;
import cn.jointinspection.registry.DepartmentNames;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.staff.StaffPage;
import cn.jointinspection.staff.StaffSection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** By which names files may call the departments: all staff read and try them, the office changes them. */
@Controller
class DepartmentNamesPage implements StaffPage {

  static final String PATH = "/camunda/api/staff/department-names";

  private static final int PAGE_SIZE = 50;

  private final Actors actors;
  private final Departments departments;
  private final DepartmentAliases aliases;
  private final String division;

  DepartmentNamesPage(Actors actors, Departments departments, DepartmentAliases aliases,
      @Value("${joint-inspection.division.name}") String division) {
    this.actors = actors;
    this.departments = departments;
    this.aliases = aliases;
    this.division = division;
  }

  record Row(String code, String name, List<DepartmentAlias> aliases) {}

  /** What a name that was tried means. */
  record Answer(String text, String means) {}

  record Change(String alias, String department, DepartmentAlias row) {}

  /** @param text names to try; null where none are tried; @param change page of the changes */
  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(
      @RequestParam(required = false) String text,
      @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int change,
      Model model) {
    Map<String, List<DepartmentAlias>> byCode =
        aliases.inUse().stream().collect(Collectors.groupingBy(DepartmentAlias::department));
    model.addAttribute("office", actors.current().in(Groups.OFFICE));
    model.addAttribute("division", division);
    model.addAttribute("level", division.substring(division.length() - 1));
    model.addAttribute("rows", departments.all().stream().map(department ->
        new Row(department.code(), department.name(), byCode.getOrDefault(department.code(), List.of()))).toList());
    model.addAttribute("changes", aliases.changes(change, PAGE_SIZE).map(alias ->
        new Change(alias.alias(), departments.byCode(alias.department()).name(), alias)));
    model.addAttribute("text", text);
    model.addAttribute("answers", text == null ? List.of()
        : departments.names().read(text).stream().map(DepartmentNamesPage::answer).toList());
    return "staff/department-names";
  }

  private static Answer answer(DepartmentNames.Named named) {
    return new Answer(named.text(), named.department().map(Department::name).orElseGet(named::problem));
  }

  @Override
  public String href() {
    return PATH;
  }

  @Override
  public String label() {
    return "部门名称";
  }

  @Override
  public String description() {
    return "导入计划和名录时认得的部门全称、简称和其他叫法";
  }

  @Override
  public StaffSection section() {
    return StaffSection.SETTINGS;
  }

  @Override
  public int position() {
    return 20;
  }
}

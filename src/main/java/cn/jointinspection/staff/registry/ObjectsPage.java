package cn.jointinspection.staff.registry;

import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.Found;
import cn.jointinspection.registry.InspectionObject;
import cn.jointinspection.registry.ObjectQuery;
import cn.jointinspection.registry.ObjectSearch;
import cn.jointinspection.registry.ObjectStatus;
import cn.jointinspection.registry.RegistryExport;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.registry.Scopes;
import cn.jointinspection.registry.intake.ChangeKind;
import cn.jointinspection.staff.StaffPage;
import cn.jointinspection.staff.StaffSection;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The registry of objects (检查对象名录库): all staff search it and take what they find home as a file. */
@Controller
class ObjectsPage implements StaffPage {

  static final String PATH = "/camunda/api/staff/objects";

  private static final int PAGE_SIZE = 50;
  private static final String FILE = "检查对象名录";

  private final ObjectSearch search;
  private final RegistryExport export;
  private final TableDownload download;
  private final Scopes scopes;
  private final Departments departments;
  private final PlannedScopes planned;
  private final EntryEditing editing;
  private final Clock clock;

  ObjectsPage(ObjectSearch search, RegistryExport export, TableDownload download, Scopes scopes,
      Departments departments, PlannedScopes planned, EntryEditing editing, Clock clock) {
    this.search = search;
    this.export = export;
    this.download = download;
    this.scopes = scopes;
    this.departments = departments;
    this.planned = planned;
    this.editing = editing;
    this.clock = clock;
  }

  record Row(String no, String name, String number, String category, String address, String risk, String status,
      boolean inForce) {}

  record Choice(String value, String label) {}

  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(
      @Valid @ModelAttribute("filter") ObjectFilter filter,
      @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int page,
      Model model) {
    Set<Integer> ofDepartment = ofDepartment(filter);
    ObjectQuery query = filter.query(ofDepartment, LocalDate.now(clock));
    Found<InspectionObject> found = search.find(query, page, PAGE_SIZE);
    model.addAttribute("found", found.map(ObjectsPage::row));
    model.addAttribute("nothing", found.page().total() > 0 ? null : nothing(filter, query, ofDepartment));
    model.addAttribute("scopes", scopes.names().entrySet().stream().sorted(Map.Entry.comparingByValue())
        .map(scope -> new Choice(scope.getKey().toString(), scope.getValue())).toList());
    model.addAttribute("risks", risks());
    model.addAttribute("states", List.of(ObjectStatus.values()));
    model.addAttribute("departments", departments.all().stream()
        .filter(department -> department.kind() == DepartmentKind.DEPARTMENT).toList());
    editing.on(model, ChangeKind.OBJECTS);
    return "staff/objects";
  }

  @GetMapping(PATH + "/export.xlsx")
  void xlsx(@Valid ObjectFilter filter, HttpServletResponse response) throws IOException {
    ObjectQuery query = filter.query(ofDepartment(filter), LocalDate.now(clock));
    export.checkSize(query);
    download.xlsx(FILE, response, table -> export.write(query, table));
  }

  @GetMapping(PATH + "/export.csv")
  void csv(@Valid ObjectFilter filter, HttpServletResponse response) throws IOException {
    ObjectQuery query = filter.query(ofDepartment(filter), LocalDate.now(clock));
    export.checkSize(query);
    download.csv(FILE, response, table -> export.write(query, table));
  }

  private Set<Integer> ofDepartment(ObjectFilter filter) {
    return filter.ofDepartment() ? planned.of(filter.department()) : Set.of();
  }

  /** Why the list is empty, and what to do. */
  private String nothing(ObjectFilter filter, ObjectQuery query, Set<Integer> ofDepartment) {
    if (query.tooShort()) {
      return "名称、代码和地址至少输入两个字才能查找。请再多输入一些。";
    }
    if (!filter.asks()) {
      return "检查对象名录库还是空的。请由名录登记人员导入本县的检查对象。";
    }
    if (filter.ofDepartment() && ofDepartment.isEmpty()) {
      String name = departments.all().stream().filter(one -> one.code().equals(filter.department()))
          .map(Department::name).findFirst().orElse("该部门");
      return "今年公布的计划中没有" + name + "的抽查任务，按部门找不到检查对象。请改按抽查对象范围查找。";
    }
    return "没有符合全部条件的检查对象。请核对写法，或去掉一些条件再查。";
  }

  private static List<Choice> risks() {
    return Stream.concat(
        Arrays.stream(RiskClass.values()).map(risk -> new Choice(risk.name(), risk.label())),
        Stream.of(new Choice(ObjectQuery.Risk.UNRATED.name(), "未分类"))).toList();
  }

  private static Row row(InspectionObject object) {
    return new Row(object.objectNo(), object.name(),
        object.creditCode() == null ? object.registrationNo() : object.creditCode(), object.category(),
        object.address(), object.riskClass() == null ? null : object.riskClass().label(), object.status().label(),
        object.status() == ObjectStatus.IN_FORCE);
  }

  @Override
  public String href() {
    return PATH;
  }

  @Override
  public String label() {
    return "检查对象名录";
  }

  @Override
  public String description() {
    return "按名称、代码、地址、范围和风险等级查检查对象，看它的检查、结果和变更，导出表格";
  }

  @Override
  public StaffSection section() {
    return StaffSection.REGISTRIES;
  }

  @Override
  public int position() {
    return 20;
  }
}

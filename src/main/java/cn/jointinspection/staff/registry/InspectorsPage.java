package cn.jointinspection.staff.registry;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.inspection.InspectorLoads;
import cn.jointinspection.platform.Page;
import cn.jointinspection.platform.StaffAddresses;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.FiledRecusals;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.InspectorQuery;
import cn.jointinspection.registry.InspectorSearch;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.RegistryExport;
import cn.jointinspection.registry.RegistryHistory;
import cn.jointinspection.registry.RegistryRefused.UnknownInspector;
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
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The registry of inspectors (执法检查人员名录库): all staff search it and take what they find home as a file. */
@Controller
class InspectorsPage implements StaffPage {

  static final String PATH = StaffAddresses.INSPECTORS;

  private static final String DETAIL = PATH + "/detail";
  private static final int PAGE_SIZE = 50;
  private static final int PART_SIZE = 20;
  private static final int MOST_PAGES = 1_000_000;
  private static final String FILE = "执法检查人员名录";

  private final InspectorSearch search;
  private final Inspectors inspectors;
  private final RegistryExport export;
  private final TableDownload download;
  private final FiledRecusals recusals;
  private final RegistryHistory history;
  private final Departments departments;
  private final RecusalRows recusalRows;
  private final HistoryWords words;
  private final EntryEditing editing;
  private final Actors actors;
  private final InspectorLoads loads;
  private final Clock clock;

  InspectorsPage(InspectorSearch search, Inspectors inspectors, RegistryExport export, TableDownload download,
      FiledRecusals recusals, RegistryHistory history, Departments departments, RecusalRows recusalRows,
      HistoryWords words, EntryEditing editing, Actors actors, InspectorLoads loads,
      Clock clock) {
    this.search = search;
    this.inspectors = inspectors;
    this.export = export;
    this.download = download;
    this.recusals = recusals;
    this.history = history;
    this.departments = departments;
    this.recusalRows = recusalRows;
    this.words = words;
    this.editing = editing;
    this.actors = actors;
    this.loads = loads;
    this.clock = clock;
  }

  /**
   * @param certificate EXPIRING or EXPIRED; null where nothing is to be said, as of those who left
   * @param matters he may check; empty for all of his department
   */
  record Row(String no, String name, String department, LocalDate lastDay, InspectorQuery.Certificate certificate,
      List<String> labels, List<String> matters, boolean inForce, boolean hasAccount) {}

  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String list(
      @Valid @ModelAttribute("filter") InspectorFilter filter,
      @RequestParam(defaultValue = "1") @Min(1) @Max(MOST_PAGES) int page,
      Model model) {
    Page<Row> found = search.find(filter.query(today()), page, PAGE_SIZE).map(this::row);
    model.addAttribute("found", found);
    model.addAttribute("labels", search.labels());
    model.addAttribute("departments", departments.all().stream()
        .filter(department -> department.kind() == DepartmentKind.DEPARTMENT).toList());
    editing.on(model, ChangeKind.INSPECTORS);
    return "staff/inspectors";
  }

  /** @param no certificate number @throws UnknownInspector if nobody has it */
  @GetMapping(value = DETAIL, produces = MediaType.TEXT_HTML_VALUE)
  String detail(
      @RequestParam String no,
      @RequestParam(defaultValue = "1") @Min(1) @Max(MOST_PAGES) int recusal,
      @RequestParam(defaultValue = "1") @Min(1) @Max(MOST_PAGES) int change,
      Model model) {
    Inspector inspector = inspectors.find(no).orElseThrow(() -> new UnknownInspector(no));
    model.addAttribute("inspector", row(inspector));
    model.addAttribute("years", loads.of(no));
    model.addAttribute("recusals",
        recusalRows.of(recusals.ofInspector(no, recusal, PART_SIZE), actors.current()));
    model.addAttribute("history", words.page(no, history.ofInspector(no), change, PART_SIZE));
    for (String list : List.of("recusal", "change")) {
      model.addAttribute(list + "Address", new PartAddress(no, list));
    }
    model.addAttribute("path", DETAIL);
    editing.on(model, ChangeKind.INSPECTORS, no);
    return "staff/inspector";
  }

  @GetMapping(PATH + "/export.xlsx")
  void xlsx(@Valid InspectorFilter filter, HttpServletResponse response) throws IOException {
    download.xlsx(FILE, response, table -> export.write(filter.query(today()), table));
  }

  @GetMapping(PATH + "/export.csv")
  void csv(@Valid InspectorFilter filter, HttpServletResponse response) throws IOException {
    download.csv(FILE, response, table -> export.write(filter.query(today()), table));
  }

  private Row row(Inspector one) {
    return new Row(one.certificateNo(), one.name(), departments.byCode(one.department()).name(),
        one.certificateExpiresOn(), one.inForce() ? InspectorQuery.of(one.certificateExpiresOn(), today()) : null,
        one.labels(), one.matters(), one.inForce(), one.account() != null);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  @Override
  public String href() {
    return PATH;
  }

  @Override
  public String label() {
    return "执法检查人员名录";
  }

  @Override
  public String description() {
    return "按姓名、执法证号、部门和专长查执法检查人员，看证件何时到期，导出表格";
  }

  @Override
  public StaffSection section() {
    return StaffSection.REGISTRIES;
  }

  @Override
  public int position() {
    return 22;
  }
}

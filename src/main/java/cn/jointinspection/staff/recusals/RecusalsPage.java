package cn.jointinspection.staff.recusals;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.process.registrychange.RegistryChangeDesk;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.FiledRecusals;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.RecusalReason;
import cn.jointinspection.registry.intake.RegistryChange;
import cn.jointinspection.registry.intake.RegistryChanges;
import cn.jointinspection.staff.StaffPage;
import cn.jointinspection.staff.StaffRefused.RecusalsOfOthers;
import cn.jointinspection.staff.StaffSection;
import cn.jointinspection.staff.registry.RecusalRows;
import cn.jointinspection.staff.registry.TableDownload;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Recusals: an inspector his own, a department those of its inspectors, the discipline body all. */
@Controller
class RecusalsPage implements StaffPage {

  static final String PATH = "/camunda/api/staff/recusals";

  private static final String FILE = "回避名单";
  private static final List<String> HEADS = List.of("执法证号", "统一社会信用代码", "回避事由", "回避方式", "起始日期", "截止日期", "说明",
      "检查人员", "部门", "检查对象名称");
  private static final int PAGE_SIZE = 50;
  private static final int MOST_PAGES = 1_000_000;

  private final FiledRecusals recusals;
  private final RecusalRows rows;
  private final Inspectors inspectors;
  private final RegistryChanges changes;
  private final RegistryChangeDesk desk;
  private final Departments departments;
  private final Actors actors;
  private final TableDownload download;

  RecusalsPage(FiledRecusals recusals, RecusalRows rows, Inspectors inspectors, RegistryChanges changes,
      RegistryChangeDesk desk, Departments departments, Actors actors,
      TableDownload download) {
    this.recusals = recusals;
    this.rows = rows;
    this.inspectors = inspectors;
    this.changes = changes;
    this.desk = desk;
    this.departments = departments;
    this.actors = actors;
    this.download = download;
  }

  /**
   * @param submitted id of the declaration that was just handed in; null if none was
   * @throws RecusalsOfOthers if the person must know of none
   */
  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(@RequestParam(defaultValue = "1") @Min(1) @Max(MOST_PAGES) int page,
      @RequestParam(defaultValue = "1") @Min(1) @Max(MOST_PAGES) int mine,
      @RequestParam(required = false) Long submitted, Model model) {
    Actor reader = actors.current();
    Inspector himself = inspectors.byAccount(reader.userId()).orElse(null);
    List<String> keeps = desk.keeps();
    List<String> sees = seenBy(reader);
    if (himself == null && sees.isEmpty()) {
      throw new RecusalsOfOthers();
    }
    model.addAttribute("himself", himself);
    model.addAttribute("own", himself == null ? null
        : rows.of(recusals.ofInspector(himself.certificateNo(), mine, PAGE_SIZE), reader));
    model.addAttribute("found",
        sees.isEmpty() ? null : rows.of(recusals.ofDepartments(sees, page, PAGE_SIZE), reader));
    model.addAttribute("keeps", keeps);
    model.addAttribute("reasons", RecusalReason.values());
    model.addAttribute("submitted", submitted == null ? null : own(submitted, reader));
    return "staff/recusals";
  }

  @GetMapping(PATH + "/export.xlsx")
  void xlsx(HttpServletResponse response) throws IOException {
    download.xlsx(FILE, response, list(actors.current()));
  }

  @GetMapping(PATH + "/export.csv")
  void csv(HttpServletResponse response) throws IOException {
    download.csv(FILE, response, list(actors.current()));
  }

  /** Under the heads by which the list is imported, and for whoever reads it the names. */
  private TableDownload.Rows list(Actor reader) {
    List<String> sees = seenBy(reader);
    if (sees.isEmpty()) {
      throw new RecusalsOfOthers();
    }
    return TableDownload.list(HEADS, (page, size) -> recusals.ofDepartments(sees, page, size), one -> Arrays.asList(
        one.inspector(), one.objectNo(), one.reason().label(), one.origin().label(), one.startsOn().toString(),
        one.endsOn() == null ? "长期" : one.endsOn().toString(), one.note(), one.inspectorName(),
        departments.byCode(one.department()).name(), one.objectName()));
  }

  /** Departments of whose inspectors the person must know for what reason they keep away. */
  private List<String> seenBy(Actor reader) {
    return reader.in(Groups.DISCIPLINE) ? departments.all().stream().map(Department::code).toList() : desk.keeps();
  }

  /** Null for what somebody else handed in. */
  private RegistryChange own(long id, Actor reader) {
    RegistryChange change = changes.get(id);
    return change.proposed().by().equals(reader.userId()) ? change : null;
  }

  @Override
  public String href() {
    return PATH;
  }

  @Override
  public String label() {
    return "回避";
  }

  @Override
  public String description() {
    return "检查人员申报本人回避；本部门登记部门决定和当事人申请的回避，提前结束或延长";
  }

  @Override
  public StaffSection section() {
    return StaffSection.REGISTRIES;
  }

  @Override
  public int position() {
    return 23;
  }

  @Override
  public boolean isFor(Actor actor) {
    return actor.in(Groups.INSPECTORS) || actor.in(Groups.DISCIPLINE)
        || !changes.departmentsOf(actor, Groups.REGISTRARS).isEmpty();
  }
}

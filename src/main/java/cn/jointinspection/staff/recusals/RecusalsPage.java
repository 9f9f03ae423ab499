package cn.jointinspection.staff.recusals;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import cn.jointinspection.process.registrychange.RegistryChangeDesk;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.FiledRecusals;
import cn.jointinspection.registry.InspectionObject;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.ObjectQuery;
import cn.jointinspection.registry.ObjectSearch;
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
import jakarta.validation.constraints.Size;
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
  /** Who finds more types more of the name. */
  private static final int MOST_FOUND = 20;
  private static final int MOST_PAGES = 1_000_000;

  private final FiledRecusals recusals;
  private final RecusalRows rows;
  private final Inspectors inspectors;
  private final RegistryChanges changes;
  private final RegistryChangeDesk desk;
  private final Departments departments;
  private final Actors actors;
  private final TableDownload download;
  private final ObjectSearch objects;

  RecusalsPage(FiledRecusals recusals, RecusalRows rows, Inspectors inspectors, RegistryChanges changes,
      RegistryChangeDesk desk, Departments departments, Actors actors,
      TableDownload download, ObjectSearch objects) {
    this.recusals = recusals;
    this.rows = rows;
    this.inspectors = inspectors;
    this.changes = changes;
    this.desk = desk;
    this.departments = departments;
    this.actors = actors;
    this.download = download;
    this.objects = objects;
  }

  /**
   * What an inspector searched for, to declare that he keeps away from it.
   *
   * @param objects to choose from
   * @param hint what to do where none or not all are listed; null where all are
   */
  public record Choices(String text, List<InspectionObject> objects, String hint) {}

  /**
   * @param q part of a name, or the beginning of a code or number, of the object an inspector declares about
   * @param submitted id of the declaration that was just handed in; null if none was
   * @throws RecusalsOfOthers if the person must know of none
   */
  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(@RequestParam(defaultValue = "1") @Min(1) @Max(MOST_PAGES) int page,
      @RequestParam(defaultValue = "1") @Min(1) @Max(MOST_PAGES) int mine,
      @RequestParam(defaultValue = "") @Size(max = 100) String q,
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
    model.addAttribute("choices", himself == null || q.isBlank() ? null : choices(q));
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

  private Choices choices(String q) {
    ObjectQuery query = new ObjectQuery(q, null, null, null, null);
    Page<InspectionObject> page = objects.find(query, 1, MOST_FOUND).page();
    String hint = query.tooShort() ? "至少输入两个字才能查找。请再多输入一些。"
        : page.total() == 0 ? "没有找到这户检查对象。请核对写法，或改用名称中的其他字、信用代码、注册号的开头查找；名录中确实没有的，请告诉本部门经办人。"
        : page.total() > MOST_FOUND ? "找到的较多，只列前 " + MOST_FOUND + " 户。没有要找的，请多输入几个字再查。" : null;
    return new Choices(query.text(), page.items(), hint);
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

package cn.jointinspection.staff.registrychange;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import cn.jointinspection.platform.StaffAddresses;
import cn.jointinspection.process.registrychange.RegistryChangeDesk;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.intake.ChangeKind;
import cn.jointinspection.registry.intake.ChangeStatus;
import cn.jointinspection.registry.intake.Effect;
import cn.jointinspection.registry.intake.RegistryChange;
import cn.jointinspection.registry.intake.RegistryChanges;
import cn.jointinspection.registry.intake.Sample;
import cn.jointinspection.staff.StaffPage;
import cn.jointinspection.staff.StaffSection;
import cn.jointinspection.staff.StaffRefused.NotYourRegistry;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Files that change a department's lists: its own staff and the registrars hand them in and follow them. */
@Controller
class RegistryChangePage implements StaffPage {

  static final String PATH = StaffAddresses.REGISTRY_CHANGES;

  private static final int PAGE_SIZE = 50;
  private static final int SAMPLES = 50;

  private final RegistryChanges changes;
  private final RegistryChangeDesk desk;
  private final Departments departments;
  private final Actors actors;

  RegistryChangePage(RegistryChanges changes, RegistryChangeDesk desk, Departments departments, Actors actors) {
    this.changes = changes;
    this.desk = desk;
    this.departments = departments;
    this.actors = actors;
  }

  /** A proposal with the name of its department. */
  record Row(RegistryChange change, String department) {}

  record Effects(String text, int number, List<Sample> samples) {}

  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(@RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int page, Model model) {
    List<String> keeps = desk.keeps();
    Page<RegistryChange> found = changes.list(oversees(actors.current()) ? null : keeps, page, PAGE_SIZE);
    model.addAttribute("kinds", ChangeKind.values());
    model.addAttribute("departments", keeps.stream().map(departments::byCode).toList());
    model.addAttribute("changes", found.map(change -> new Row(change, departments.byCode(change.department()).name())));
    return "staff/registry-changes";
  }

  /** @param page of what is wrong with the file */
  @GetMapping(value = PATH + "/{id}", produces = MediaType.TEXT_HTML_VALUE)
  String change(@PathVariable long id, @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int page, Model model) {
    RegistryChange change = requireMine(id);
    boolean waits = change.status() == ChangeStatus.WAITING;
    Department department = departments.byCode(change.department());
    model.addAttribute("change", change);
    model.addAttribute("department", department.name());
    model.addAttribute("mine", change.proposed().by().equals(actors.current().userId()));
    model.addAttribute("open", change.decision() == null
        && (waits || change.status() == ChangeStatus.READING));
    model.addAttribute("reading", change.status() == ChangeStatus.READING);
    model.addAttribute("effects", Arrays.stream(Effect.values()).filter(effect -> change.counts().of(effect) > 0)
        .map(effect -> new Effects(effect.text(), change.counts().of(effect),
            waits ? changes.samples(change, effect, SAMPLES) : List.of())).toList());
    model.addAttribute("problems", changes.problems(id, page, PAGE_SIZE));
    return "staff/registry-change";
  }

  /** @throws NotYourRegistry if the person keeps no list of this department, and does not oversee it */
  RegistryChange requireMine(long id) {
    RegistryChange change = changes.get(id);
    Actor actor = actors.current();
    boolean may = desk.keeps().contains(change.department())
        || actor.in(Groups.DISCIPLINE) || oversees(actor) && change.kind() != ChangeKind.RECUSALS;
    if (!may) {
      throw new NotYourRegistry();
    }
    return change;
  }

  private static boolean oversees(Actor actor) {
    return actor.in(Groups.OFFICE) || actor.in(Groups.DISCIPLINE);
  }

  @Override
  public String href() {
    return PATH;
  }

  @Override
  public String label() {
    return "名录变更";
  }

  @Override
  public String description() {
    return "导入抽查事项、检查对象、检查人员、风险分类、回避和许可证名单，合并重复的检查对象，经本部门另一人批准后生效";
  }

  @Override
  public StaffSection section() {
    return StaffSection.REGISTRIES;
  }

  @Override
  public int position() {
    return 25;
  }

  @Override
  public boolean isFor(Actor actor) {
    return oversees(actor) || !changes.departmentsOf(actor, Groups.REGISTRARS).isEmpty();
  }
}

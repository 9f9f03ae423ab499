package cn.jointinspection.staff.registry;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.ObjectInspections;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Zone;
import cn.jointinspection.registry.Bodies;
import cn.jointinspection.registry.CreditCode;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.FiledRecusals;
import cn.jointinspection.registry.InspectionObject;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.Licence;
import cn.jointinspection.registry.Licences;
import cn.jointinspection.registry.RegistryHistory;
import cn.jointinspection.registry.RegistryRefused.UnknownObject;
import cn.jointinspection.registry.intake.ChangeKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One object with all that is known of it: its entry, inspections, results, recusals and history. */
@Controller
class ObjectPage {

  static final String PATH = ObjectsPage.PATH + "/detail";

  private static final int PAGE_SIZE = 20;
  private static final int MOST_PAGES = 1_000_000;

  private final InspectionObjects objects;
  private final ObjectInspections inspections;
  private final DepartmentChecks checks;
  private final FiledRecusals recusals;
  private final RegistryHistory history;
  private final PlannedScopes planned;
  private final Departments departments;
  private final RecusalRows recusalRows;
  private final HistoryWords words;
  private final EntryEditing editing;
  private final Licences licences;
  private final Actors actors;
  private final Clock clock;

  ObjectPage(InspectionObjects objects, ObjectInspections inspections, DepartmentChecks checks,
      FiledRecusals recusals, RegistryHistory history, PlannedScopes planned, Departments departments,
      RecusalRows recusalRows, HistoryWords words, EntryEditing editing, Licences licences, Actors actors,
      Clock clock) {
    this.objects = objects;
    this.inspections = inspections;
    this.checks = checks;
    this.recusals = recusals;
    this.history = history;
    this.planned = planned;
    this.departments = departments;
    this.recusalRows = recusalRows;
    this.words = words;
    this.editing = editing;
    this.licences = licences;
    this.actors = actors;
    this.clock = clock;
  }

  /** @param until its last day in words @param mark what is to be said of it; null for nothing */
  record LicenceRow(String name, String number, String issuedBy, String until, String mark) {}

  /**
   * @param on the end of which day it is asked for besides, Asia/Shanghai; null for none
   * @param no published id, its own or one that was merged into it; a registration number may hold slashes, so it stands in no path
   * @throws UnknownObject if there is none with this id
   */
  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(
      @RequestParam String no,
      @RequestParam(defaultValue = "1") @Min(1) @Max(MOST_PAGES) int visits,
      @RequestParam(defaultValue = "1") @Min(1) @Max(MOST_PAGES) int recusal,
      @RequestParam(defaultValue = "1") @Min(1) @Max(MOST_PAGES) int change,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
      Model model) {
    InspectionObject object = objects.find(no).orElseThrow(() -> new UnknownObject(no));
    List<String> numbers = objects.numbersOf(no);
    Actor reader = actors.current();
    List<String> scopes = objects.scopesOf(no);
    model.addAttribute("object", object);
    model.addAttribute("asked", no);
    model.addAttribute("mergedNumbers", numbers.subList(1, numbers.size()));
    model.addAttribute("licences", licences.of(no).stream().map(one -> row(one, LocalDate.now(clock))).toList());
    model.addAttribute("wrongCode",
        object.creditCode() != null && CreditCode.check(object.creditCode()) != CreditCode.Check.VALID);
    model.addAttribute("scopes", scopes);
    model.addAttribute("departmentsOf", planned.departmentsByScope(scopes));
    model.addAttribute("visits", inspections.ofObject(numbers, mayKnowOf(reader), visits, PAGE_SIZE));
    model.addAttribute("results", checks.earlierResults(no));
    model.addAttribute("recusals", recusalRows.of(recusals.ofObject(object.objectNo(), recusal, PAGE_SIZE), reader));
    model.addAttribute("history", words.page(object.objectNo(), history.ofObjectAndItsOwn(object.objectNo()), change, PAGE_SIZE));
    for (String list : List.of("visits", "recusal", "change")) {
      model.addAttribute(list + "Address", new PartAddress(no, list));
    }
    model.addAttribute("path", PATH);
    model.addAttribute("on", on);
    model.addAttribute("then", on == null ? null : history.objectAsOf(object.objectNo(), endOf(on)).orElse(null));
    editing.on(model, ChangeKind.OBJECTS, object.objectNo());
    return "staff/object";
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(Zone.SHANGHAI).toInstant().minusNanos(1_000);
  }

  private static LicenceRow row(Licence one, LocalDate today) {
    return new LicenceRow(one.name(), one.number(), one.issuedBy(), Licence.inWords(one.validUntil()),
        !one.inForce() ? "注销" : one.expired(today) ? "已过期" : one.expiring(today) ? "30 天内到期" : null);
  }

  /** Departments whose inspections the person knows of; null for one who knows of all. */
  private List<String> mayKnowOf(Actor reader) {
    if (reader.in(Groups.OFFICE) || reader.in(Groups.DISCIPLINE)) {
      return null;
    }
    return departments.all().stream().map(Department::code)
        .filter(code -> reader.in(code) || reader.in(Bodies.reviewersOf(code))).toList();
  }
}

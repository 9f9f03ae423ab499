package cn.jointinspection.staff.supervision;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.process.supervisionorder.SupervisionFacts;
import cn.jointinspection.staff.StaffPage;
import cn.jointinspection.staff.StaffSection;
import cn.jointinspection.supervision.Supervision;
import cn.jointinspection.supervision.SupervisionOrder;
import cn.jointinspection.supervision.SupervisionRecords;
import cn.jointinspection.supervision.SupervisionRefused.NotYourSupervisionOrder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The supervision orders and the record behind each: all for the office and the discipline body, its own for a department.
 * A decided order shows the record kept with its decision.
 */
@Controller
class SupervisionPages implements StaffPage {

  static final String PATH = "/camunda/api/staff/supervision";

  private static final int PAGE_SIZE = 50;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Actors actors;
  private final Supervision supervision;
  private final SupervisionRecords records;
  private final SupervisionFacts facts;
  private final Clock clock;

  SupervisionPages(Actors actors, Supervision supervision, SupervisionRecords records, SupervisionFacts facts,
      Clock clock) {
    this.actors = actors;
    this.supervision = supervision;
    this.records = records;
    this.facts = facts;
    this.clock = clock;
  }

  record Row(long id, String number, String subject, String department, String due, String status) {}

  /** @param open page of the undecided ones; @param decided page of the others */
  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String list(
      @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int open,
      @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int decided,
      Model model) {
    Actor actor = actors.current();
    Set<String> departments = seesAll(actor) ? null : actor.groups();
    model.addAttribute("open", supervision.open(departments, open, PAGE_SIZE).map(this::row));
    model.addAttribute("decided", supervision.decided(departments, decided, PAGE_SIZE).map(this::row));
    return "staff/supervision";
  }

  @GetMapping(value = PATH + "/{id}", produces = MediaType.TEXT_HTML_VALUE)
  String order(@PathVariable long id, Model model) {
    SupervisionOrder order = supervision.get(id);
    Actor actor = actors.current();
    if (!seesAll(actor) && !actor.in(order.department()) && !actor.in(order.supervisor())) {
      throw new NotYourSupervisionOrder(id);
    }
    model.addAttribute("kept", records.of(id).isPresent());
    model.addAttribute("order", records.of(id).map(facts::read).orElseGet(() -> facts.of(id)));
    model.addAttribute("pages", this);
    return "staff/supervision-order";
  }

  private static boolean seesAll(Actor actor) {
    return Stream.of(Groups.OFFICE, Groups.DISCIPLINE, Groups.ADMINISTRATORS).anyMatch(actor::in);
  }

  private Row row(SupervisionOrder order) {
    return new Row(order.id(), SupervisionOrder.number(order.id()), order.subject(), order.departmentName(),
        time(order.dueAt()), order.status().text());
  }

  /** Called by the template. Local time, Asia/Shanghai; a dash for null. */
  public String time(Instant at) {
    return at == null ? "—" : MINUTE.format(LocalDateTime.ofInstant(at, clock.getZone()));
  }

  @Override
  public String href() {
    return PATH;
  }

  @Override
  public String label() {
    return "督办台账";
  }

  @Override
  public String description() {
    return "每一张督办单的经过、全部记录和认定";
  }

  @Override
  public StaffSection section() {
    return StaffSection.WORK;
  }

  @Override
  public int position() {
    return 50;
  }
}

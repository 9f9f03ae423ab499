package cn.jointinspection.rehearsal;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.staff.StaffPage;
import cn.jointinspection.staff.StaffSection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which the office moves the rehearsal's time; neither it nor its addresses exist in production. */
@Controller
@Profile("rehearsal")
class RehearsalClockPage implements StaffPage {

  static final String PATH = "/camunda/api/staff/rehearsal-clock";

  private static final int UPCOMING = 12;
  private static final int FELL_DUE = 60;

  private final Actors actors;
  private final Clock clock;
  private final TimeTravel travel;
  private final TimeMoves moves;

  RehearsalClockPage(Actors actors, Clock clock, TimeTravel travel, TimeMoves moves) {
    this.actors = actors;
    this.clock = clock;
    this.travel = travel;
    this.moves = moves;
  }

  record Deadline(LocalDateTime due, String task) {}

  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(Model model) {
    travel.officeOnly(actors.current());
    model.addAttribute("going", travel.goingTo() == null ? null : LocalDateTime.ofInstant(travel.goingTo(), clock.getZone()));
    model.addAttribute("problem", travel.problem());
    model.addAttribute("tomorrow", LocalDate.now(clock).plusDays(1));
    model.addAttribute("upcoming", upcoming());
    moves.last().ifPresent(move -> {
      model.addAttribute("move", move);
      model.addAttribute("fellDue", moves.fellDue(move.id(), FELL_DUE));
      model.addAttribute("fellDueCount", moves.countFellDue(move.id()));
    });
    return "staff/rehearsal-clock";
  }

  private List<Deadline> upcoming() {
    return travel.upcoming(UPCOMING).stream().map(this::deadline).toList();
  }

  private Deadline deadline(Task task) {
    return new Deadline(LocalDateTime.ofInstant(task.getDueDate().toInstant(), clock.getZone()), task.getName());
  }

  @Override
  public String href() {
    return PATH;
  }

  @Override
  public String label() {
    return "演练时间";
  }

  @Override
  public String description() {
    return "把演练的时间向前拨，看什么到期、提醒和督办如何发出";
  }

  @Override
  public StaffSection section() {
    return StaffSection.SETTINGS;
  }

  @Override
  public int position() {
    return 90;
  }

  @Override
  public boolean isFor(Actor actor) {
    return actor.in(Groups.OFFICE) || actor.in(Groups.ADMINISTRATORS);
  }
}

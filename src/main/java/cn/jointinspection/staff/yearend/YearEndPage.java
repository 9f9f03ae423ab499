package cn.jointinspection.staff.yearend;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.StaffAddresses;
import cn.jointinspection.registry.Bodies;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.staff.StaffPage;
import cn.jointinspection.staff.StaffSection;
import cn.jointinspection.staff.StaffRefused.YearEndOfAnotherDepartment;
import cn.jointinspection.supervision.YearClosing;
import cn.jointinspection.supervision.YearClosings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Each year's countdown and list by name: all of it for the office and the discipline body, its own for a department. */
@Controller
class YearEndPage implements StaffPage {

  static final String PATH = StaffAddresses.YEAR_END;

  /** Lines of each department on the page of all. */
  private static final int EACH = 20;
  private static final int PAGE_SIZE = 100;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Actors actors;
  private final YearClosings closings;
  private final Departments departments;
  private final Clock clock;

  YearEndPage(Actors actors, YearClosings closings, Departments departments, Clock clock) {
    this.actors = actors;
    this.closings = closings;
    this.departments = departments;
    this.clock = clock;
  }

  /**
   * @param status how far the year's end has got, in words
   * @param total what is unpublished now, or was when the year closed
   * @param since how many of them were published later
   */
  record Year(
      int year, String status, boolean closed, int daysLeft, int total, long since, List<Part> parts,
      List<YearClosing.Day> countdown) {}

  /** @param page where all of its lines are listed */
  record Part(String department, int count, long since, List<Line> lines, String page) {}

  record Line(String title, String object, String inspectors, String stage, String order, String published) {}

  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(Model model) {
    Actor actor = actors.current();
    model.addAttribute("years", closings.all().stream().map(closing -> year(closing, actor)).toList());
    return "staff/year-end";
  }

  /** All of one department's lines. */
  @GetMapping(value = PATH + "/{year:\\d{4}}/{department}", produces = MediaType.TEXT_HTML_VALUE)
  String lines(
      @PathVariable int year, @PathVariable String department,
      @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int page, Model model) {
    if (!isFor(actors.current(), department)) {
      throw new YearEndOfAnotherDepartment();
    }
    YearClosing closing =
        closings.find(year).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("year", year);
    model.addAttribute("closed", closing.closedAt() != null);
    model.addAttribute("department", departments.byCode(department).name());
    model.addAttribute("found", closings.lines(year, department, page, PAGE_SIZE).map(this::line));
    return "staff/year-end-lines";
  }

  private Year year(YearClosing closing, Actor actor) {
    List<Part> parts = closings.parts(closing.year(), EACH).stream().filter(part -> isFor(actor, part.department()))
        .map(part -> part(closing.year(), part)).toList();
    return new Year(closing.year(), status(closing), closing.closedAt() != null, closings.daysLeft(closing.year()),
        parts.stream().mapToInt(Part::count).sum(), parts.stream().mapToLong(Part::since).sum(), parts,
        closing.countdown());
  }

  private static boolean isFor(Actor actor, String department) {
    return seesAll(actor) || actor.in(department) || actor.in(Bodies.reviewersOf(department));
  }

  private static boolean seesAll(Actor actor) {
    return actor.in(Groups.OFFICE) || actor.in(Groups.DISCIPLINE) || actor.in(Groups.ADMINISTRATORS);
  }

  private String status(YearClosing closing) {
    if (closing.confirmedAt() != null) {
      return "清单已于 " + time(closing.confirmedAt()) + " 由" + closing.confirmedName() + "确认：" + closing.note();
    }
    return closing.closedAt() == null ? "正在倒计时" : "清单已于 " + time(closing.closedAt()) + " 形成，待办公室确认";
  }

  private Part part(int year, YearClosing.Part part) {
    return new Part(part.departmentName(), part.count(), part.since(), part.lines().stream().map(this::line).toList(),
        StaffAddresses.yearEnd(year, part.department()));
  }

  private Line line(YearClosing.Line line) {
    return new Line(line.title(), line.objectName() == null ? "尚未抽取" : line.objectName(),
        line.inspectors().isEmpty() ? "—" : String.join("、", line.inspectors()), line.stage(), line.order(),
        line.publishedAt() == null ? "未公示" : time(line.publishedAt()));
  }

  private String time(Instant at) {
    return MINUTE.format(LocalDateTime.ofInstant(at, clock.getZone()));
  }

  @Override
  public String href() {
    return PATH;
  }

  @Override
  public String label() {
    return "年末收尾";
  }

  @Override
  public String description() {
    return "12 月 20 日前还有哪些没有公示，逾期的逐户列名";
  }

  @Override
  public StaffSection section() {
    return StaffSection.WORK;
  }

  @Override
  public int position() {
    return 60;
  }
}

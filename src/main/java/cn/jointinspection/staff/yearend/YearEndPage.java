package cn.jointinspection.staff.yearend;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.process.yearclosing.YearEndFacts;
import cn.jointinspection.registry.Bodies;
import cn.jointinspection.staff.StaffPage;
import cn.jointinspection.supervision.YearClosing;
import cn.jointinspection.supervision.YearClosings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Each year's countdown and list by name: all of it for the office and the discipline body, its own for a department. */
@Controller
class YearEndPage implements StaffPage {

  static final String PATH = "/camunda/api/staff/year-end";

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Actors actors;
  private final YearClosings closings;
  private final Clock clock;

  YearEndPage(Actors actors, YearClosings closings, Clock clock) {
    this.actors = actors;
    this.closings = closings;
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

  record Part(String department, int count, long since, List<Line> lines) {}

  record Line(String title, String object, String inspectors, String stage, String order, String published) {}

  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(Model model) {
    Actor actor = actors.current();
    model.addAttribute("years", closings.all().stream().map(closing -> year(closing, actor)).toList());
    return "staff/year-end";
  }

  private Year year(YearClosing closing, Actor actor) {
    boolean closed = closing.closedAt() != null;
    List<YearClosing.Line> lines =
        (closed ? closings.list(closing.year()) : closings.unpublishedNow(closing.year())).stream()
            .filter(line -> seesAll(actor) || actor.in(line.department())
                || actor.in(Bodies.reviewersOf(line.department())))
            .toList();
    return new Year(closing.year(), status(closing), closed, closings.daysLeft(closing.year()), lines.size(),
        lines.stream().filter(line -> line.publishedAt() != null).count(),
        YearEndFacts.parts(lines).stream().map(this::part).toList(), closing.countdown());
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

  private Part part(YearEndFacts.Part part) {
    return new Part(part.department(), part.count(), part.since(), part.lines().stream().map(this::line).toList());
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
  public int position() {
    return 60;
  }
}

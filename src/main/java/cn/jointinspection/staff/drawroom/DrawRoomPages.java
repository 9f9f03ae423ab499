package cn.jointinspection.staff.drawroom;

import cn.jointinspection.draw.Draw;
import cn.jointinspection.draw.DrawRecords;
import cn.jointinspection.draw.DrawStatus;
import cn.jointinspection.engine.Actors;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.staff.StaffPage;
import cn.jointinspection.staff.StaffSection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The draws for those who take part: a list, the picture for the wall, and the minutes. */
@Controller
class DrawRoomPages implements StaffPage {

  static final String PATH = "/camunda/api/staff/draws";

  private static final int PAGE_SIZE = 50;

  private final Actors actors;
  private final DrawRoom room;
  private final DrawRecords records;
  private final MinutesWriter minutes;

  DrawRoomPages(Actors actors, DrawRoom room, DrawRecords records, MinutesWriter minutes) {
    this.actors = actors;
    this.room = room;
    this.records = records;
    this.minutes = minutes;
  }

  /** @param going whether it is not over yet */
  record Line(int number, String title, String status, boolean going, OffsetDateTime frozenAt, OffsetDateTime endedAt) {}

  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String list(@RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page, Model model) {
    DrawRecords.Watched watched = room.watched(actors.current());
    int pages = Math.max(1, (records.count(watched) + PAGE_SIZE - 1) / PAGE_SIZE);
    if (page > pages) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    List<Line> lines = records.watched(watched, page, PAGE_SIZE).stream().map(this::line).toList();
    model.addAttribute("going", lines.stream().filter(Line::going).toList());
    model.addAttribute("over", lines.stream().filter(line -> !line.going()).toList());
    model.addAttribute("page", page);
    model.addAttribute("pages", pages);
    return "staff/draws";
  }

  private Line line(Draw draw) {
    boolean going = draw.status() != DrawStatus.DRAWN && draw.status() != DrawStatus.ABANDONED;
    return new Line(draw.number(), draw.title(), draw.status().label(), going, room.local(draw.frozen().at()),
        going ? null : room.local(draw.status() == DrawStatus.DRAWN ? draw.result().at() : draw.abandoned().at()));
  }

  @GetMapping(value = PATH + "/{reference}", produces = MediaType.TEXT_HTML_VALUE)
  String live(@PathVariable String reference, Model model) {
    Draw draw = room.enter(reference);
    model.addAttribute("number", draw.number());
    model.addAttribute("title", draw.title());
    return "staff/draw-room";
  }

  @GetMapping(value = PATH + "/{reference}/minutes", produces = MediaType.TEXT_HTML_VALUE)
  String minutes(@PathVariable String reference, Model model) {
    model.addAttribute("m", minutes.write(room.enter(reference)));
    return "staff/minutes";
  }

  @Override
  public String href() {
    return PATH;
  }

  @Override
  public String label() {
    return "公开抽取";
  }

  @Override
  public String description() {
    return "把抽取的进行情况投影给见证人看，打印抽取记录签字";
  }

  @Override
  public StaffSection section() {
    return StaffSection.WORK;
  }

  @Override
  public int position() {
    return 30;
  }

  @Override
  public boolean isFor(Actor actor) {
    return room.watchesAny(actor);
  }
}

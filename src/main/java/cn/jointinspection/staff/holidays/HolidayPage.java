package cn.jointinspection.staff.holidays;

import cn.jointinspection.calendar.CalendarRefused.NoSuchHolidayUpload;
import cn.jointinspection.calendar.HolidayChange;
import cn.jointinspection.calendar.HolidayTable;
import cn.jointinspection.calendar.HolidayTables;
import cn.jointinspection.calendar.HolidayUpload;
import cn.jointinspection.calendar.HolidayUploads;
import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.StaffAddresses;
import cn.jointinspection.staff.StaffPage;
import cn.jointinspection.staff.StaffSection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The holiday tables by which all deadlines are counted: all staff read them, the office changes them. */
@Controller
class HolidayPage implements StaffPage {

  static final String PATH = StaffAddresses.HOLIDAYS;

  private static final int PAGE_SIZE = 50;

  private final Actors actors;
  private final HolidayTables tables;
  private final HolidayUploads uploads;
  private final HolidayEffect effect;
  private final WorkingDays workingDays;
  private final Clock clock;

  HolidayPage(Actors actors, HolidayTables tables, HolidayUploads uploads, HolidayEffect effect, WorkingDays workingDays,
      Clock clock) {
    this.actors = actors;
    this.tables = tables;
    this.uploads = uploads;
    this.effect = effect;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /** A day of a table, in words. */
  record Line(LocalDate date, String weekday, String kind, String name) {}

  /** One change in words. */
  record Change(LocalDate date, String weekday, String before, String after) {}

  /** @param upload page of the changes */
  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String page(
      @RequestParam(required = false) Integer year,
      @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int upload,
      Model model) {
    int shown = year == null ? LocalDate.now(clock).getYear() : year;
    model.addAttribute("year", shown);
    model.addAttribute("years", tables.years());
    model.addAttribute("office", actors.current().in(Groups.OFFICE));
    Optional<Integer> missing = workingDays.missingYear(LocalDate.now(clock));
    model.addAttribute("missing", missing.orElse(null));
    model.addAttribute("wanted", missing.orElseGet(() -> year == null ? tables.years().get(0).year() + 1 : year));
    model.addAttribute("history", uploads.history(upload, PAGE_SIZE));
    tables.table(shown).ifPresent(table -> {
      model.addAttribute("table", table);
      model.addAttribute("months", YearCalendar.of(table));
      model.addAttribute("lines", table.days().stream().map(HolidayPage::line).toList());
    });
    return "staff/holidays";
  }

  @GetMapping(value = PATH + "/drafts/{id}", produces = MediaType.TEXT_HTML_VALUE)
  String draft(@PathVariable long id, Model model) {
    HolidayUpload upload = uploads.find(id).orElseThrow(NoSuchHolidayUpload::new);
    HolidayTable table = uploads.table(upload);
    model.addAttribute("upload", upload);
    model.addAttribute("office", actors.current().in(Groups.OFFICE));
    model.addAttribute("months", YearCalendar.of(table));
    model.addAttribute("draft", upload.status() == HolidayUpload.Status.DRAFT);
    if (upload.status() == HolidayUpload.Status.DRAFT) {
      List<HolidayChange> changes = uploads.changes(upload);
      model.addAttribute("changes", changes.stream().map(HolidayPage::change).toList());
      model.addAttribute("concerned", upload.baseVersion() == null ? 0 : effect.deadlinesConcerned(changes));
    }
    return "staff/holiday-draft";
  }

  private static Line line(HolidayTable.Day day) {
    return new Line(day.date(), weekday(day.date()), day.kind().text(), day.name());
  }

  private static Change change(HolidayChange change) {
    return new Change(change.date(), weekday(change.date()), inWords(change.before()), inWords(change.after()));
  }

  private static String inWords(HolidayTable.Day day) {
    return day == null ? "按平常周计" : day.kind().text() + "（" + day.name() + "）";
  }

  private static String weekday(LocalDate date) {
    return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINA);
  }

  @Override
  public String href() {
    return PATH;
  }

  @Override
  public String label() {
    return "放假安排";
  }

  @Override
  public String description() {
    return "国务院办公厅公布的各年放假和调休，所有期限按它计算工作日";
  }

  @Override
  public StaffSection section() {
    return StaffSection.SETTINGS;
  }

  @Override
  public int position() {
    return 60;
  }
}

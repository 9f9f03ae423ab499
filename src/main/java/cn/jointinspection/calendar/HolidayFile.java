package cn.jointinspection.calendar;

import cn.jointinspection.calendar.CalendarRefused.HolidayFileRefused;
import cn.jointinspection.platform.sheet.CellProblem;
import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.platform.sheet.SheetFile;
import cn.jointinspection.platform.sheet.Table;
import cn.jointinspection.platform.sheet.TableRow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a holiday table (日期、类型、名称) as office programs write it, and checks it for sense. */
final class HolidayFile {

  /** The holidays of 全国年节及纪念日放假办法, by the word that names each. */
  static final List<String> STATUTORY = List.of("元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆");

  private static final List<String> CHINESE = List.of("日期", "类型", "名称");
  private static final List<String> ENGLISH = List.of("date", "kind", "name");
  private static final Map<String, DayKind> KINDS = Map.of(
      "放假", DayKind.HOLIDAY, "休", DayKind.HOLIDAY, "节假日", DayKind.HOLIDAY, "holiday", DayKind.HOLIDAY,
      "上班", DayKind.WORKDAY, "班", DayKind.WORKDAY, "调休上班", DayKind.WORKDAY, "补班", DayKind.WORKDAY,
      "workday", DayKind.WORKDAY);
  /** No year so far had fewer days off than 20 or more than 33, nor more than 9 made up for. */
  private static final int FEWEST_HOLIDAYS = 11;
  private static final int MOST_HOLIDAYS = 40;
  private static final int MOST_WORKDAYS = 15;

  private final int year;
  private final List<String> problems = new ArrayList<>();
  private final Map<LocalDate, Integer> lines = new LinkedHashMap<>();
  private final Set<Integer> hiddenLines = new HashSet<>();
  private final List<HolidayTable.Day> days = new ArrayList<>();

  private HolidayFile(int year) {
    this.year = year;
  }

  /** @param hiddenRows the rows that an office program hides, in words; they count all the same; empty if there are none */
  record Content(HolidayTable table, String hiddenRows) {}

  /**
   * @param notice number of the State Council's notice
   * @throws HolidayFileRefused with every problem of the file and its line
   * @throws cn.jointinspection.platform.RuleViolation if the file is no table of these columns at all
   */
  static Content read(byte[] bytes, String fileName, int year, String notice) {
    var file = new HolidayFile(year);
    String hiddenRows;
    try (SheetFile sheets = SheetFile.open(bytes, fileName)) {
      Table table = sheets.tableWithAny(List.of(CHINESE, ENGLISH));
      List<String> heads = table.has(CHINESE.get(0)) ? CHINESE : ENGLISH;
      table.forEach(row -> file.row(row, heads));
      hiddenRows = table.hiddenRows();
    }
    if (file.problems.isEmpty()) {
      file.checkWhole();
    }
    if (!file.problems.isEmpty()) {
      throw new HolidayFileRefused(year, file.problems);
    }
    return new Content(new HolidayTable(year, notice, file.days), hiddenRows);
  }

  private void row(TableRow row, List<String> heads) {
    if (row.hidden()) {
      hiddenLines.add(row.number());
    }
    Map<String, CellProblem> unreadable = row.problems(heads);
    unreadable.forEach((head, cell) -> problem(row.number(),
        head + "“" + cell.found() + "”应为" + cell.expected() + "（" + cell.place() + "）"));
    if (unreadable.isEmpty()) {
      line(row.number(), CellText.code(row.text(heads.get(0))), CellText.name(row.text(heads.get(1))),
          CellText.name(row.text(heads.get(2))));
    }
  }

  private void line(int line, String dateText, String kindText, String name) {
    Optional<LocalDate> date = CellText.date(dateText);
    DayKind kind = KINDS.get(kindText);
    if (date.isEmpty()) {
      problem(line, "日期“" + dateText + "”无法识别，请写成 " + year + "-01-01 的样子");
    }
    if (kind == null) {
      problem(line, "类型“" + kindText + "”无法识别，请写“放假”或“上班”");
    }
    if (STATUTORY.stream().noneMatch(name::contains)) {
      problem(line, "名称“" + name + "”不是法定节日，请写元旦、春节、清明节、劳动节、端午节、中秋节或国庆节");
    }
    if (date.isPresent() && kind != null) {
      day(line, date.get(), kind, name);
    }
  }

  private void day(int line, LocalDate date, DayKind kind, String name) {
    Integer earlier = lines.putIfAbsent(date, line);
    if (earlier != null) {
      problem(line, date + " 已在第 " + earlier + " 行出现，请只保留一行");
    } else if (date.getYear() != year && !(date.getYear() == year - 1 && date.getMonthValue() == 12)) {
      problem(line, date + " 不在" + year + "年内，请核对年份（只有上一年12月的日期可以一并写入）");
    } else if (kind == DayKind.WORKDAY && !isWeekend(date)) {
      problem(line, date + " 不是周六、周日，不能作为调休上班日，请核对通知原文");
    } else {
      days.add(new HolidayTable.Day(date, kind, name));
    }
  }

  private void checkWhole() {
    List<HolidayTable.Day> off = days.stream().filter(day -> day.kind() == DayKind.HOLIDAY).toList();
    STATUTORY.stream().filter(name -> off.stream().noneMatch(day -> day.name().contains(name)))
        .forEach(name -> problems.add("全表：没有“" + name + "”的放假日期，七个法定节日须齐全"));
    Map.of("元旦", LocalDate.of(year, 1, 1), "劳动", LocalDate.of(year, 5, 1), "国庆", LocalDate.of(year, 10, 1))
        .entrySet().stream().sorted(Map.Entry.comparingByValue())
        .filter(fixed -> off.stream().noneMatch(day -> day.date().equals(fixed.getValue())))
        .forEach(fixed -> problems.add("全表：" + fixed.getValue() + " 依法放假，表中没有，请核对年份和日期"));
    if (off.size() < FEWEST_HOLIDAYS || off.size() > MOST_HOLIDAYS) {
      problems.add("全表：放假共 %d 天，应在 %d 至 %d 天之间，请核对是否缺行或多行"
          .formatted(off.size(), FEWEST_HOLIDAYS, MOST_HOLIDAYS));
    }
    long madeUp = days.size() - off.size();
    long gained = off.stream().filter(day -> !isWeekend(day.date())).count();
    if (madeUp > MOST_WORKDAYS || madeUp > gained) {
      problems.add("全表：调休上班 %d 天，多于换来的工作日放假 %d 天或多于 %d 天，请核对类型是否写反"
          .formatted(madeUp, gained, MOST_WORKDAYS));
    }
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private void problem(int line, String what) {
    problems.add("第 " + line + " 行" + (hiddenLines.contains(line) ? "（隐藏）" : "") + "：" + what);
  }
}

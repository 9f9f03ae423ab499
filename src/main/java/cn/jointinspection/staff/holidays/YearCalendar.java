package cn.jointinspection.staff.holidays;

import cn.jointinspection.calendar.DayKind;
import cn.jointinspection.calendar.HolidayTable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Twelve months with their weeks, Monday first, for the page. */
final class YearCalendar {

  private static final int MONTHS = 12;

  private YearCalendar() {}

  /** @param days of one month in weeks; null fills the first and the last */
  record Month(int number, List<List<Cell>> weeks) {}

  /**
   * @param style {@code off} for a holiday, {@code on} for a make-up workday, {@code weekend}, or empty
   * @param mark what stands beside the number, 休 or 班, or null
   * @param name of the holiday, or null
   */
  record Cell(int day, String style, String mark, String name) {}

  static List<Month> of(HolidayTable table) {
    Map<LocalDate, HolidayTable.Day> days =
        table.days().stream().collect(Collectors.toMap(HolidayTable.Day::date, Function.identity()));
    return IntStream.rangeClosed(1, MONTHS).mapToObj(month -> month(YearMonth.of(table.year(), month), days)).toList();
  }

  private static Month month(YearMonth month, Map<LocalDate, HolidayTable.Day> days) {
    List<List<Cell>> weeks = new ArrayList<>();
    List<Cell> week = new ArrayList<>();
    for (int i = 1; i < month.atDay(1).getDayOfWeek().getValue(); i++) {
      week.add(null);
    }
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      week.add(cell(month.atDay(day), days.get(month.atDay(day))));
      if (week.size() == DayOfWeek.values().length) {
        weeks.add(week);
        week = new ArrayList<>();
      }
    }
    if (!week.isEmpty()) {
      while (week.size() < DayOfWeek.values().length) {
        week.add(null);
      }
      weeks.add(week);
    }
    return new Month(month.getMonthValue(), weeks);
  }

  private static Cell cell(LocalDate date, HolidayTable.Day named) {
    if (named == null) {
      boolean weekend = date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
      return new Cell(date.getDayOfMonth(), weekend ? "weekend" : "", null, null);
    }
    boolean off = named.kind() == DayKind.HOLIDAY;
    return new Cell(date.getDayOfMonth(), off ? "off" : "on", off ? "休" : "班", named.name());
  }
}

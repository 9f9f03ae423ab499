package cn.jointinspection.calendar;

import cn.jointinspection.calendar.CalendarRefused.NoHolidayTable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The holiday tables known at one moment, and how working days are counted by them.
 *
 * @param years years whose notice is known
 * @param exceptions days that differ from an ordinary week: a holiday, or a weekend day worked to make up for one
 */
record Holidays(Set<Integer> years, Map<LocalDate, DayKind> exceptions) {

  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private static final int LIMIT = 20;

  Holidays {
    years = Set.copyOf(years);
    exceptions = Map.copyOf(exceptions);
  }

  boolean isWorkingDay(LocalDate day) {
    if (!years.contains(day.getYear())) {
      throw new NoHolidayTable(day.getYear());
    }
    DayKind kind = exceptions.get(day);
    return kind == null ? !WEEKEND.contains(day.getDayOfWeek()) : kind == DayKind.WORKDAY;
  }

  LocalDate after(LocalDate day, int workingDays) {
    return walk(day, workingDays, 1);
  }

  LocalDate before(LocalDate day, int workingDays) {
    return walk(day, workingDays, -1);
  }

  /** 五: 完成之日起20个工作日内, and 12月20日前全部录入、公示; stops at that day, so the next year's table is not needed. */
  LocalDate publicationDeadline(LocalDate completedOn, int planYear) {
    LocalDate last = LocalDate.of(planYear, Month.DECEMBER, 20);
    LocalDate day = completedOn;
    int left = LIMIT;
    while (left > 0 && day.isBefore(last)) {
      day = day.plusDays(1);
      if (isWorkingDay(day)) {
        left--;
      }
    }
    return day.isAfter(last) ? last : day;
  }

  private LocalDate walk(LocalDate from, int workingDays, int step) {
    if (workingDays < 0) {
      throw new IllegalArgumentException("workingDays must not be negative: " + workingDays);
    }
    LocalDate day = from;
    int left = workingDays;
    while (left > 0) {
      day = day.plusDays(step);
      if (isWorkingDay(day)) {
        left--;
      }
    }
    return day;
  }
}

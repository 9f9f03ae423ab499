package cn.jointinspection.calendar;

import cn.jointinspection.calendar.CalendarRefused.HolidayTableRefused;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The State Council's notice (国务院办公厅关于部分节假日安排的通知) of one year.
 *
 * @param year the year the notice is for
 * @param notice number or title of the notice; null when not recorded
 * @param days every day that differs from an ordinary week
 */
public record HolidayTable(int year, String notice, List<Day> days) {

  /**
   * One day named by the notice.
   *
   * @param name the holiday it belongs to, as 春节
   */
  public record Day(LocalDate date, DayKind kind, String name) {}

  /**
   * @throws HolidayTableRefused when a day is named twice, lies in another year (the December before is allowed,
   *     notices do that), or is a make-up workday that is not on a weekend
   */
  public HolidayTable {
    days = List.copyOf(days);
    if (days.stream().noneMatch(d -> d.kind == DayKind.HOLIDAY)) {
      throw new HolidayTableRefused("%d年的节假日安排中没有任何放假日期，未导入。请核对文件内容是否完整。".formatted(year));
    }
    Set<LocalDate> seen = new HashSet<>();
    for (Day day : days) {
      if (!seen.add(day.date)) {
        throw refused(year, day, "重复出现，请只保留一行");
      }
      if (!belongsTo(year, day.date)) {
        throw refused(year, day, "不在该年度内，请核对年份");
      }
      if (day.kind == DayKind.WORKDAY && !isWeekend(day.date)) {
        throw refused(year, day, "不是周六、周日，不能作为调休上班日，请核对通知原文");
      }
    }
  }

  private static boolean belongsTo(int year, LocalDate date) {
    return date.getYear() == year || date.getYear() == year - 1 && date.getMonthValue() == 12;
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static HolidayTableRefused refused(int year, Day day, String why) {
    return new HolidayTableRefused("%d年的节假日安排未导入：%s（%s）%s。".formatted(year, day.date, day.name, why));
  }
}

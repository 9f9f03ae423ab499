package cn.jointinspection.deadlines;

import cn.jointinspection.calendar.WorkingDays;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * Today and the working days that led to it, for reminders and priorities. Unlike a deadline these do not wait for a
 * missing holiday table: late work stays visible, so in a year without one Monday to Friday count.
 */
@Component
public class RecentDays {

  /** Longer than any holiday and the few working days asked for here. */
  private static final int FARTHEST_BACK = 30;

  private final WorkingDays workingDays;
  private final Clock clock;

  RecentDays(WorkingDays workingDays, Clock clock) {
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /** Today, Asia/Shanghai. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  public boolean isWorkingDay() {
    LocalDate today = today();
    return workingDays.knows(today.getYear()) ? workingDays.isWorkingDay(today) : isWeekday(today);
  }

  /** The day from which so many working days, at most ten, led up to today; today not counted. */
  public LocalDate before(int days) {
    LocalDate day = today();
    if (workingDays.knows(day.getYear()) && workingDays.knows(day.minusDays(FARTHEST_BACK).getYear())) {
      return workingDays.before(day, days);
    }
    for (int left = days; left > 0; ) {
      day = day.minusDays(1);
      left -= isWeekday(day) ? 1 : 0;
    }
    return day;
  }

  /** The scale by which today's work is urgent. */
  public Urgency urgency() {
    LocalDate today = today();
    return new Urgency(start(today), start(today.plusDays(1)), start(before(Urgency.LONG_OVERDUE_DAYS)));
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toInstant();
  }

  private static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }
}

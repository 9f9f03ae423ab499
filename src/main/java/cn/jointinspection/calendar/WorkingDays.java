package cn.jointinspection.calendar;

import cn.jointinspection.calendar.CalendarRefused.NoHolidayTable;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Counts working days (工作日) by the State Council's notices: weekends and holidays are left out, make-up workdays
 * count. Dates are days in Asia/Shanghai. Every method that meets a year whose notice is not known throws
 * {@link NoHolidayTable}.
 */
@Service
public class WorkingDays {

  private final HolidayTables tables;

  WorkingDays(HolidayTables tables) {
    this.tables = tables;
  }

  /**
   * The last day of a period of working days that starts after a day; that day itself is not counted.
   *
   * @param day where the period starts; need not be a working day
   * @param workingDays length, 0 or more; 0 gives the day itself
   */
  public LocalDate after(LocalDate day, int workingDays) {
    return tables.current().after(day, workingDays);
  }

  /**
   * The day from which a number of working days remain up to a day; that day itself is not counted.
   *
   * @param day where the period ends; need not be a working day
   * @param workingDays length, 0 or more; 0 gives the day itself
   */
  public LocalDate before(LocalDate day, int workingDays) {
    return tables.current().before(day, workingDays);
  }

  public boolean isWorkingDay(LocalDate day) {
    return tables.current().isWorkingDay(day);
  }

  /**
   * Nothing that counts working days of a year may begin before its notice is known.
   *
   * @throws NoHolidayTable naming the year
   */
  public void require(int year) {
    if (!knows(year)) {
      throw new NoHolidayTable(year);
    }
  }

  /**
   * The year whose notice has to be asked for: this one, or in December the next one, for which the notice is out by then.
   *
   * @param today day in Asia/Shanghai
   */
  public Optional<Integer> missingYear(LocalDate today) {
    int year = today.getYear();
    if (!knows(year)) {
      return Optional.of(year);
    }
    return today.getMonth() == Month.DECEMBER && !knows(year + 1) ? Optional.of(year + 1) : Optional.empty();
  }

  /** Whether the notice of a year is known. */
  public boolean knows(int year) {
    return tables.current().years().contains(year);
  }

  /**
   * The last day on which the results of a joint check may be entered and published (五): 20 working days after the
   * check of the object is complete, the day itself not counted, and never after 20 December of the plan year.
   *
   * @param jointCheckCompletedOn day on which the last department completed its check of the object
   * @param planYear year of the annual plan, which may not be the year of that day
   */
  public LocalDate publicationDeadline(LocalDate jointCheckCompletedOn, int planYear) {
    return tables.current().publicationDeadline(jointCheckCompletedOn, planYear);
  }
}

package cn.jointinspection.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The end of a plan year.
 *
 * @param closedAt when its list was made; null while it runs
 * @param confirmedName who confirmed the list; null, like {@code confirmedAt} and {@code note}, before
 * @param countdown what was left on each day, oldest first
 */
public record YearClosing(
    int year, Instant openedAt, Instant closedAt, String confirmedName, Instant confirmedAt, String note,
    List<Day> countdown) {

  public YearClosing {
    countdown = List.copyOf(countdown);
  }

  /** Business key of its process, {@code NM-<year>}. */
  public static String number(int year) {
    return "NM-" + year;
  }

  /**
   * One day of the countdown.
   *
   * @param daysLeft days until 20 December
   */
  public record Day(LocalDate day, int unpublished, int daysLeft) {}

  /**
   * What one department has not published, or had not when the year closed.
   *
   * @param since how many of them have been published since the list was made
   * @param lines the first of them
   */
  public record Part(String department, String departmentName, int count, long since, List<Line> lines) {

    public Part {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One line of the list, as it was when the year closed.
   *
   * @param objectName null where no object had been drawn by then
   * @param order number of the supervision order; null before it is open
   * @param publishedAt when it was published after all, and where no object had been drawn when all of the joint
   *     inspection was confirmed complete; null while it is not
   */
  public record Line(
      String jointInspectionId, String title, String objectName, String department, String departmentName,
      List<String> inspectors, String stage, String order, Instant publishedAt) {}
}

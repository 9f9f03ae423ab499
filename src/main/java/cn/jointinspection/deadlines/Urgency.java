package cn.jointinspection.deadlines;

import java.time.Instant;

/**
 * How urgent open work is on one day, as the engine's task priority: Tasklist sorts by it and prints it on every task.
 *
 * @param startOfToday first moment of the day, Asia/Shanghai
 * @param endOfToday first moment of the next day
 * @param longAgo what was due before is overdue by more than {@link #LONG_OVERDUE_DAYS} working days
 */
public record Urgency(Instant startOfToday, Instant endOfToday, Instant longAgo) {

  /** Nothing presses yet; also the engine's own default. */
  public static final int NORMAL = 50;
  /** The day of the reminder has come. */
  public static final int REMINDED = 60;
  /** The last day. */
  public static final int DUE_TODAY = 80;
  public static final int OVERDUE = 90;
  public static final int LONG_OVERDUE = 100;

  /** Working days after which what is overdue becomes {@link #LONG_OVERDUE}. */
  static final int LONG_OVERDUE_DAYS = 5;

  /**
   * @param followUp moment of the reminder; null where there is none
   * @param due end of the time allowed; null where there is none
   */
  public int priority(Instant followUp, Instant due) {
    if (due != null && due.isBefore(longAgo)) {
      return LONG_OVERDUE;
    }
    if (due != null && due.isBefore(startOfToday)) {
      return OVERDUE;
    }
    if (due != null && due.isBefore(endOfToday)) {
      return DUE_TODAY;
    }
    return followUp != null && followUp.isBefore(endOfToday) ? REMINDED : NORMAL;
  }
}

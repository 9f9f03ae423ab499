package cn.jointinspection.supervision;

import java.time.Instant;
import java.util.List;

/**
 * A missed deadline and its record.
 *
 * @param step element id of the user task that is late
 * @param businessKey of the late process instance
 * @param department code of the late department
 * @param subject what is late, for people
 * @param dueAt the deadline that was missed
 * @param closedAt null while undecided
 * @param reminders when the department had been reminded of this deadline, oldest first; empty in a listing
 * @param steps everything that was done about it, oldest first; empty in a listing
 */
public record SupervisionOrder(
    long id,
    String step,
    String businessKey,
    String jointInspectionId,
    String department,
    String departmentName,
    String subject,
    Instant dueAt,
    Instant openedAt,
    SupervisionStatus status,
    Instant closedAt,
    int version,
    List<Instant> reminders,
    List<Step> steps) {

  /** Business key of the process of an order, {@code DB-<order id>}. */
  public static String number(long id) {
    return "DB-" + id;
  }

  public SupervisionOrder {
    reminders = List.copyOf(reminders);
    steps = List.copyOf(steps);
  }

  /** @param note the person's words; null for the opening */
  public record Step(int seq, SupervisionAction action, String note, String actor, String actorName, Instant at) {}
}

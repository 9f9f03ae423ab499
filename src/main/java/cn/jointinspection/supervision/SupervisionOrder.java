package cn.jointinspection.supervision;

import cn.jointinspection.registry.Department;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A missed deadline and its record.
 *
 * @param step name of the time limit that is over
 * @param businessKey of the late process instance
 * @param jointInspectionId null where the work belongs to none
 * @param late the department that missed it
 * @param supervisor code of the body that decides
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
    Department late,
    String supervisor,
    String subject,
    Instant dueAt,
    Instant openedAt,
    SupervisionStatus status,
    Instant closedAt,
    int version,
    List<Reminder> reminders,
    List<Step> steps) {

  private static final String NUMBER_PREFIX = "DB-";

  /** Code of the late department. */
  public String department() {
    return late.code();
  }

  public String departmentName() {
    return late.name();
  }

  /** Business key of the process of an order, {@code DB-<order id>}. */
  public static String number(long id) {
    return NUMBER_PREFIX + id;
  }

  /** Id of the order with this number; empty if it is no order's number. */
  static Optional<Long> idOf(String number) {
    return number.startsWith(NUMBER_PREFIX)
        ? Optional.of(Long.parseLong(number.substring(NUMBER_PREFIX.length()))) : Optional.empty();
  }

  /** Whether this is about an order that was not decided in time, and not about the county's own work. */
  boolean aboutAnOrder() {
    return businessKey.startsWith(NUMBER_PREFIX);
  }

  public SupervisionOrder {
    reminders = List.copyOf(reminders);
    steps = List.copyOf(steps);
  }

  /** Whether the department has answered and the supervisor is to decide. */
  public boolean explained() {
    return status == SupervisionStatus.EXPLAINED;
  }

  /** @param told names of those it went to */
  public record Reminder(Instant at, ReminderKind kind, List<String> told) {

    public Reminder {
      told = List.copyOf(told);
    }
  }

  /** @param note the person's words; null for the opening */
  public record Step(int seq, SupervisionAction action, String note, String actor, String actorName, Instant at) {}
}

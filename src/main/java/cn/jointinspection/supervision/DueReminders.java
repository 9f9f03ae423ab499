package cn.jointinspection.supervision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminders of work on its last day and after it (六); the one before is {@link Supervision#remind}. */
@Service
public class DueReminders {

  private final JdbcClient jdbc;
  private final Clock clock;

  DueReminders(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A task that is due.
   *
   * @param taskId the engine's id
   * @param step name of the time limit
   * @param jointInspectionId null where the work belongs to none
   * @param department code of the body that owes it
   */
  public record DueTask(
      String taskId, String step, String businessKey, String jointInspectionId, String department, Instant dueAt) {}

  /**
   * Keeps that a department was reminded, once per day and task.
   *
   * @param on the day of the reminder, Asia/Shanghai, not before the day of the deadline
   * @param told those the reminder goes to
   * @return false if it had been reminded of this task on this day already
   */
  @Transactional
  public boolean remind(DueTask task, LocalDate on, List<Recipient> told) {
    Optional<Long> reminder = insert(task, on);
    reminder.ifPresent(id -> told.forEach(recipient -> insert(id, recipient)));
    return reminder.isPresent();
  }

  private Optional<Long> insert(DueTask task, LocalDate on) {
    boolean lastDay = on.equals(LocalDate.ofInstant(task.dueAt(), clock.getZone()));
    return jdbc.sql("""
            insert into reminder (kind, task_id, step, business_key, joint_inspection_id, department, due_at,
              reminded_at, reminded_on)
            values (:kind, :taskId, :step, :businessKey, :jointInspectionId, :department, :dueAt, :now, :on)
            on conflict do nothing returning id""")
        .param("kind", (lastDay ? ReminderKind.ON_DAY : ReminderKind.AFTER).name())
        .param("taskId", task.taskId())
        .param("step", task.step())
        .param("businessKey", task.businessKey())
        .param("jointInspectionId", task.jointInspectionId())
        .param("department", task.department())
        .param("dueAt", Timestamp.from(task.dueAt()))
        .param("now", Timestamp.from(clock.instant()))
        .param("on", on)
        .query(Long.class)
        .optional();
  }

  private void insert(long reminder, Recipient recipient) {
    jdbc.sql("insert into reminder_recipient (reminder_id, recipient, name) values (?, ?, ?) on conflict do nothing")
        .params(reminder, recipient.id(), recipient.name())
        .update();
  }
}

package cn.jointinspection.supervision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminders of work: once before its last day, on it, and for as long as it is overdue (六). */
@Service
public class Reminders {

  private final JdbcClient jdbc;
  private final Clock clock;

  Reminders(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Work that somebody is to be reminded of.
   *
   * @param taskId the engine's id; null for a stage, which is no task and of which one is reminded only before
   * @param step name of the time limit, as in the table of limits
   * @param jointInspectionId null where the work belongs to none
   * @param department code of the body that owes it
   * @param told those the reminder goes to
   */
  public record Reminder(
      ReminderKind kind, String taskId, String step, String businessKey, String jointInspectionId, String department,
      Instant dueAt, List<Recipient> told) {}

  /**
   * Keeps that departments were reminded; what was kept already stays as it is: before its last day of each deadline once,
   * later once per day and task. In a fixed number of statements, however many there are.
   *
   * @param on the day of the reminders, Asia/Shanghai
   * @return how many were new
   */
  @Transactional
  public int keep(List<Reminder> reminders, LocalDate on) {
    record Kept(int place, long id) {}
    List<Kept> kept = jdbc.sql("""
            with given as (
              select * from unnest(:kind::text[], :taskId::text[], :step::text[], :businessKey::text[],
                  :jointInspectionId::text[], :department::text[], :dueAt::timestamptz[])
                with ordinality g(kind, task_id, step, business_key, joint_inspection_id, department, due_at, place)),
            kept as (
              insert into reminder (kind, task_id, step, business_key, joint_inspection_id, department, due_at,
                reminded_at, reminded_on)
              select kind, task_id, step, business_key, joint_inspection_id, department, due_at, :now, :on
              from given order by place
              on conflict do nothing
              returning id, kind, task_id, step, business_key, department, due_at)
            select min(given.place)::int as place, kept.id from kept join given
              on (given.kind, given.step, given.business_key, given.department, given.due_at)
                = (kept.kind, kept.step, kept.business_key, kept.department, kept.due_at)
              and given.task_id is not distinct from kept.task_id
            group by kept.id order by 1""")
        .param("kind", texts(reminders, reminder -> reminder.kind().name()))
        .param("taskId", texts(reminders, Reminder::taskId))
        .param("step", texts(reminders, Reminder::step))
        .param("businessKey", texts(reminders, Reminder::businessKey))
        .param("jointInspectionId", texts(reminders, Reminder::jointInspectionId))
        .param("department", texts(reminders, Reminder::department))
        .param("dueAt", reminders.stream().map(reminder -> Timestamp.from(reminder.dueAt())).toArray(Timestamp[]::new))
        .param("now", Timestamp.from(clock.instant()))
        .param("on", on)
        .query(Kept.class)
        .list();
    List<Long> ids = new ArrayList<>();
    List<Recipient> told = new ArrayList<>();
    kept.forEach(row -> reminders.get(row.place() - 1).told().forEach(recipient -> {
      ids.add(row.id());
      told.add(recipient);
    }));
    jdbc.sql("""
            insert into reminder_recipient (reminder_id, recipient, name)
            select * from unnest(?::bigint[], ?::text[], ?::text[]) on conflict do nothing""")
        .params(ids.toArray(Long[]::new), told.stream().map(Recipient::id).toArray(String[]::new),
            told.stream().map(Recipient::name).toArray(String[]::new))
        .update();
    return kept.size();
  }

  private static String[] texts(List<Reminder> reminders, Function<Reminder, String> text) {
    return reminders.stream().map(text).toArray(String[]::new);
  }
}

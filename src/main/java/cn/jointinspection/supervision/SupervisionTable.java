package cn.jointinspection.supervision;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.registry.Departments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code supervision_order} and {@code supervision_step}, with the reminders of the same lateness. */
@Repository
class SupervisionTable {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Departments departments;

  SupervisionTable(JdbcClient jdbc, Clock clock, Departments departments) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.departments = departments;
  }

  /** @return empty if this lateness has its order already */
  Optional<Long> insert(
      String step, String businessKey, String jointInspectionId, String department, String subject, Instant dueAt,
      String supervisor) {
    return jdbc.sql("""
            insert into supervision_order
              (step, business_key, joint_inspection_id, department, subject, due_at, opened_at, supervisor)
            values (:step, :businessKey, :jointInspectionId, :department, :subject, :dueAt, :now, :supervisor)
            on conflict do nothing returning id""")
        .param("step", step)
        .param("businessKey", businessKey)
        .param("jointInspectionId", jointInspectionId)
        .param("department", department)
        .param("subject", subject)
        .param("supervisor", supervisor)
        .param("dueAt", Timestamp.from(dueAt))
        .param("now", Timestamp.from(clock.instant()))
        .query(Long.class)
        .optional();
  }

  /** The version decides between two who act at once. */
  void update(SupervisionOrder order, SupervisionStatus status, boolean closed) {
    int rows = jdbc.sql("""
            update supervision_order set status = :status, closed_at = :closedAt, version = version + 1
            where id = :id and version = :version""")
        .param("status", status.name())
        .param("closedAt", closed ? Timestamp.from(clock.instant()) : null)
        .param("id", order.id())
        .param("version", order.version())
        .update();
    if (rows != 1) {
      throw new ChangedMeanwhile("督办单 DB-" + order.id() + " ");
    }
  }

  void addStep(long id, SupervisionAction action, String note, Actor actor) {
    jdbc.sql("""
            insert into supervision_step (order_id, seq, action, note, actor, actor_name, at)
            select :id, coalesce(max(seq), 0) + 1, :action, :note, :actor, :actorName, :at
            from supervision_step where order_id = :id""")
        .param("id", id)
        .param("action", action.name())
        .param("note", note)
        .param("actor", actor.userId())
        .param("actorName", actor.name())
        .param("at", Timestamp.from(clock.instant()))
        .update();
  }

  Optional<SupervisionOrder> find(long id) {
    return jdbc.sql("select * from supervision_order where id = :id")
        .param("id", id)
        .query((row, n) -> order(row, reminders(row), steps(id)))
        .optional();
  }

  /** @param departments null for all */
  Page<SupervisionOrder> page(Collection<String> departments, boolean decided, int page, int size) {
    String wanted = " from supervision_order where closed_at is " + (decided ? "not null" : "null")
        + (departments == null ? "" : " and department = any(:departments)");
    String[] codes = departments == null ? new String[0] : departments.toArray(String[]::new);
    return new Page<>(
        jdbc.sql("select *" + wanted + " order by " + (decided ? "id desc" : "due_at, id") + " offset :offset limit :size")
            .param("departments", codes).param("offset", Page.offset(page, size)).param("size", size)
            .query((row, n) -> order(row, List.of(), List.of())).list(),
        page, size, jdbc.sql("select count(*)" + wanted).param("departments", codes).query(Long.class).single());
  }

  private List<SupervisionOrder.Reminder> reminders(ResultSet order) throws SQLException {
    return jdbc.sql("""
            select reminded_at, kind, array(select name from reminder_recipient where reminder_id = reminder.id order by recipient)
              as told from reminder where step = :step and business_key = :businessKey
              and department = :department and due_at = :dueAt order by id""")
        .param("step", order.getString("step"))
        .param("businessKey", order.getString("business_key"))
        .param("department", order.getString("department"))
        .param("dueAt", order.getTimestamp("due_at"))
        .query((row, n) -> new SupervisionOrder.Reminder(
            row.getTimestamp("reminded_at").toInstant(), ReminderKind.valueOf(row.getString("kind")),
            List.of((String[]) row.getArray("told").getArray())))
        .list();
  }

  private List<SupervisionOrder.Step> steps(long id) {
    return jdbc.sql("select * from supervision_step where order_id = :id order by seq")
        .param("id", id)
        .query((row, n) -> new SupervisionOrder.Step(row.getInt("seq"),
            SupervisionAction.valueOf(row.getString("action")), row.getString("note"), row.getString("actor"),
            row.getString("actor_name"), row.getTimestamp("at").toInstant()))
        .list();
  }

  private SupervisionOrder order(ResultSet row, List<SupervisionOrder.Reminder> reminders,
      List<SupervisionOrder.Step> steps) throws SQLException {
    Timestamp closedAt = row.getTimestamp("closed_at");
    return new SupervisionOrder(
        row.getLong("id"),
        row.getString("step"),
        row.getString("business_key"),
        row.getString("joint_inspection_id"),
        departments.byCode(row.getString("department")),
        row.getString("supervisor"),
        row.getString("subject"),
        row.getTimestamp("due_at").toInstant(),
        row.getTimestamp("opened_at").toInstant(),
        SupervisionStatus.valueOf(row.getString("status")),
        closedAt == null ? null : closedAt.toInstant(),
        row.getInt("version"),
        reminders,
        steps);
  }
}

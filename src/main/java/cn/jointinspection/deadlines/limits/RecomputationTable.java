package cn.jointinspection.deadlines.limits;

import cn.jointinspection.deadlines.limits.DeadlineChange.State;
import cn.jointinspection.deadlines.limits.Recomputation.Status;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code deadline_recomputation} and {@code deadline_change}. */
@Repository
class RecomputationTable {

  private final JdbcClient jdbc;
  private final Clock clock;

  RecomputationTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  long insert(String definitionId, int version) {
    return jdbc.sql("""
            insert into deadline_recomputation (definition_id, version, started_at) values (?, ?, ?) returning id""")
        .params(definitionId, version, now())
        .query(Long.class)
        .single();
  }

  Optional<Recomputation> find(long id) {
    return jdbc.sql("select * from deadline_recomputation where id = ?")
        .param(id)
        .query(RecomputationTable::recomputation)
        .optional();
  }

  /** Newest first. */
  Page<Recomputation> page(int page, int size) {
    return new Page<>(
        jdbc.sql("select * from deadline_recomputation order by id desc offset ? limit ?")
            .params(Page.offset(page, size), size).query(RecomputationTable::recomputation).list(),
        page, size, jdbc.sql("select count(*) from deadline_recomputation").query(Long.class).single());
  }

  void status(long id, Status status) {
    jdbc.sql("update deadline_recomputation set status = ? where id = ?").params(status.name(), id).update();
  }

  /** Offers that are not at their end yet, but older ones than this. */
  List<Long> unfinishedBefore(long id) {
    return jdbc.sql("""
            select id from deadline_recomputation where id < ? and status in ('COUNTING', 'OFFERED', 'RUNNING')
            order by id for update""")
        .param(id)
        .query(Long.class)
        .list();
  }

  /** @return false if it is not to be decided now */
  boolean decide(long id, Status status, String reason, Actor actor) {
    return jdbc.sql("""
            update deadline_recomputation set status = ?, reason = ?, decided_by = ?, decided_by_name = ?, decided_at = ?
            where id = ? and status = 'OFFERED'""")
        .params(status.name(), reason, actor.userId(), actor.name(), now(), id)
        .update() == 1;
  }

  /** Lists a wait; one that is listed already stays as it is. */
  void list(long recomputation, DeadlineChange wait) {
    jdbc.sql("""
            insert into deadline_change (recomputation_id, step, name, process_instance_id, business_key, execution_id,
              activity_id, process_definition_id, task_id, begun_at, old_due)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
        .params(recomputation, wait.step(), wait.name(), wait.place().processInstanceId(), wait.businessKey(),
            wait.place().executionId(), wait.place().activityId(), wait.place().processDefinitionId(), wait.place().taskId(),
            Timestamp.from(wait.begunAt()), Timestamp.from(wait.oldDue()))
        .update();
  }

  /** The next ones in this state. */
  List<DeadlineChange> next(long recomputation, State state, int limit) {
    return jdbc.sql("""
            select * from deadline_change where recomputation_id = ? and state = ? order by id limit ? for update""")
        .params(recomputation, state.name(), limit)
        .query(RecomputationTable::change)
        .list();
  }

  /** In the order of their new deadlines. */
  List<DeadlineChange> changes(long recomputation, State state, int page, int size) {
    return jdbc.sql("""
            select * from deadline_change where recomputation_id = ? and state = ?
            order by new_due, old_due, id offset ? limit ?""")
        .params(recomputation, state.name(), Page.offset(page, size), size)
        .query(RecomputationTable::change)
        .list();
  }

  /** How many are in which state. */
  Map<State, Integer> counts(long recomputation) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    jdbc.sql("select state, count(*) as number from deadline_change where recomputation_id = ? group by state")
        .param(recomputation)
        .query(row -> {
          counts.put(State.valueOf(row.getString("state")), row.getInt("number"));
        });
    return counts;
  }

  void remove(long change) {
    jdbc.sql("delete from deadline_change where id = ?").param(change).update();
  }

  void offer(long change, Waits.Dates before, Waits.Dates after, String note) {
    jdbc.sql("""
            update deadline_change set state = 'OFFERED', old_due = ?, new_due = ?, old_reminder = ?, new_reminder = ?,
              note = ? where id = ?""")
        .params(stamp(before.due()), stamp(after.due()), stamp(before.reminder()), stamp(after.reminder()), note, change)
        .update();
  }

  void changed(long change, Waits.Dates before, Waits.Dates after, String note, int version) {
    jdbc.sql("""
            update deadline_change set state = 'CHANGED', old_due = ?, new_due = ?, old_reminder = ?, new_reminder = ?,
              note = ?, version = ?, changed_at = ? where id = ?""")
        .params(stamp(before.due()), stamp(after.due()), stamp(before.reminder()), stamp(after.reminder()), note,
            version, now(), change)
        .update();
  }

  /** @param note null only where the work has ended */
  void unchanged(long change, State state, String note) {
    jdbc.sql("""
            update deadline_change set state = ?, new_due = null, new_reminder = null, note = ? where id = ?""")
        .params(state.name(), note, change)
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static Timestamp stamp(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  private static Recomputation recomputation(ResultSet row, int n) throws SQLException {
    return new Recomputation(row.getLong("id"), row.getString("definition_id"), row.getInt("version"),
        instant(row, "started_at"), Status.valueOf(row.getString("status")), row.getString("decided_by_name"),
        instant(row, "decided_at"), row.getString("reason"));
  }

  private static DeadlineChange change(ResultSet row, int n) throws SQLException {
    return new DeadlineChange(row.getLong("id"), State.valueOf(row.getString("state")), row.getString("step"),
        row.getString("name"), row.getString("business_key"), new DeadlineChange.Place(
            row.getString("process_instance_id"), row.getString("execution_id"), row.getString("activity_id"),
            row.getString("process_definition_id"), row.getString("task_id")),
        instant(row, "begun_at"), instant(row, "old_due"), instant(row, "new_due"), instant(row, "old_reminder"),
        instant(row, "new_reminder"), row.getString("note"), row.getObject("version", Integer.class),
        instant(row, "changed_at"));
  }
}

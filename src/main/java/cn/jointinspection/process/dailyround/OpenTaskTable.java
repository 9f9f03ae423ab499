package cn.jointinspection.process.dailyround;

import cn.jointinspection.deadlines.Urgency;
import cn.jointinspection.platform.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open tasks in bulk, straight from the engine's table. The engine's API would load and write tens of thousands of tasks one
 * by one, and each write would raise the task's revision, so that whoever completes it just then is refused.
 */
@Component
class OpenTaskTable {

  private final JdbcClient jdbc;

  OpenTaskTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Gives at most so many open tasks, of those whose priority is not today's, that of {@link Urgency#priority}. Leaves the
   * revision alone, and leaves out what somebody is working on this very moment.
   *
   * @return how many
   */
  int setPriorities(Urgency urgency, int atMost) {
    return jdbc.sql("""
            with open as (
              select id_, priority_, case
                  when due_date_ < cast(:longAgo as timestamp) then :longOverdue
                  when due_date_ < cast(:startOfToday as timestamp) then :overdue
                  when due_date_ < cast(:endOfToday as timestamp) then :dueToday
                  when follow_up_date_ < cast(:endOfToday as timestamp) then :reminded
                  else :normal end as todays
              from act_ru_task),
            stale as (
              select task.id_, open.todays from act_ru_task task join open on open.id_ = task.id_
              where open.priority_ is distinct from open.todays
              limit :atMost for no key update of task skip locked)
            update act_ru_task task set priority_ = stale.todays from stale where task.id_ = stale.id_""")
        .param("longAgo", local(urgency.longAgo()))
        .param("startOfToday", local(urgency.startOfToday()))
        .param("endOfToday", local(urgency.endOfToday()))
        .param("longOverdue", Urgency.LONG_OVERDUE)
        .param("overdue", Urgency.OVERDUE)
        .param("dueToday", Urgency.DUE_TODAY)
        .param("reminded", Urgency.REMINDED)
        .param("normal", Urgency.NORMAL)
        .param("atMost", atMost)
        .update();
  }

  /**
   * An open task of which somebody is to be reminded.
   *
   * @param lastReminded day of the last reminder on its last day or after; null for none, or if it is not due
   */
  record Due(String id, LocalDate lastReminded) {}

  /**
   * Open tasks of which nobody was reminded today: those that are due by the end of today, and those whose day of the
   * reminder has come, and of which nobody was reminded since; by id.
   *
   * @param overdueToo whether those due before today are wanted, not only those due today
   * @param after the last id of the page before; empty for the first
   */
  List<Due> toRemind(Urgency urgency, boolean overdueToo, String after, int atMost) {
    return jdbc.sql("""
            select id_, last.due_on from act_ru_task task
              left join lateral (select max(reminded_on) filter (where kind <> 'BEFORE') as due_on,
                  max(reminded_on) filter (where kind = 'BEFORE') as before_on
                from reminder where task_id = task.id_) last on true
            where id_ > :after and (
                due_date_ < cast(:endOfToday as timestamp)
                  and (due_date_ >= cast(:startOfToday as timestamp) or :overdueToo)
                  and (last.due_on is null or last.due_on < cast(:startOfToday as date))
                or due_date_ >= cast(:endOfToday as timestamp) and follow_up_date_ < cast(:endOfToday as timestamp)
                  and (last.before_on is null or last.before_on < cast(follow_up_date_ as date)))
            order by id_ limit :atMost""")
        .param("startOfToday", local(urgency.startOfToday()))
        .param("endOfToday", local(urgency.endOfToday()))
        .param("overdueToo", overdueToo)
        .param("after", after)
        .param("atMost", atMost)
        .query((row, n) -> new Due(row.getString(1), row.getObject(2, LocalDate.class)))
        .list();
  }

  /** The engine stores local time. */
  private static LocalDateTime local(Instant moment) {
    return LocalDateTime.ofInstant(moment, Zone.SHANGHAI);
  }
}

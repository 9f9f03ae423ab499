package cn.jointinspection.process.supervisionorder;

import cn.jointinspection.platform.Zone;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open work with all that says whose it is, many pieces in one statement, straight from the engine's tables: through its
 * API each piece costs five. The engine stores local time, as the database session's zone is.
 */
@Component
class OpenWorkTable {

  /** Variables are inherited from the scopes around, the nearest first; a process that is called inherits none. */
  private static final String SCOPES = """
      with recursive scope as (
        select wait.id, execution.id_, execution.parent_id_, 0 as distance
        from wait join act_ru_execution execution on execution.id_ = wait.execution_id
        union all
        select scope.id, execution.id_, execution.parent_id_, scope.distance + 1
        from scope join act_ru_execution execution on execution.id_ = scope.parent_id_),
      named as (
        select distinct on (scope.id, variable.name_) scope.id, variable.name_, variable.text_
        from scope join act_ru_variable variable on variable.execution_id_ = scope.id_
        where variable.task_id_ is null and variable.name_ in ('department', 'leadDepartment', 'jointInspectionId')
        order by scope.id, variable.name_, scope.distance),
      bodies as (
        select id, max(text_) filter (where name_ = 'department') as department,
          max(text_) filter (where name_ = 'leadDepartment') as lead_department,
          max(text_) filter (where name_ = 'jointInspectionId') as joint_inspection_id
        from named group by id)
      """;

  private final JdbcClient jdbc;

  OpenWorkTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param id of the task, or of the deadline's timer where it is none
   * @param activityId of the task or stage in its model
   * @param name null for a stage
   * @param department process variable, as are the two after it; null where there is none
   * @param groups to which the task is offered; empty for a stage
   * @param people who have the task or to whom it is offered by name; empty for a stage
   */
  record Open(
      String id, String processDefinitionId, String activityId, String name, Instant dueAt, String businessKey,
      String department, String leadDepartment, String jointInspectionId, List<String> groups, List<String> people) {}

  /** Those of these tasks that are still open. */
  List<Open> tasks(Collection<String> taskIds) {
    return jdbc.sql(SCOPES.replace("with recursive ", """
            with recursive wait as (
              select id_ as id, execution_id_ as execution_id from act_ru_task where id_ = any(:ids)),
            """) + """
            select task.id_ as id, task.proc_def_id_, task.task_def_key_ as activity_id, task.name_, task.due_date_ as due,
              instance.business_key_, bodies.*, link.groups, link.people
            from act_ru_task task join act_ru_execution instance on instance.id_ = task.proc_inst_id_
              left join bodies on bodies.id = task.id_
              left join lateral (
                select array_agg(distinct group_id_) filter (where group_id_ is not null) as groups,
                  array_agg(distinct user_id_) filter (where user_id_ is not null) as people
                from (select group_id_, user_id_ from act_ru_identitylink where task_id_ = task.id_
                  union all select null, task.assignee_) links) link on true
            where task.id_ = any(:ids) order by task.id_""")
        .param("ids", taskIds.toArray(String[]::new))
        .query((row, n) -> open(row)).list();
  }

  /**
   * Stages that wait for the timers of these events, due from now on until the end of a day, and of which nobody was
   * reminded yet.
   *
   * @param after the last id of the page before; empty for the first
   */
  List<Open> stages(
      String step, String processDefinitionId, String event, Instant now, LocalDate until, String after, int atMost) {
    return jdbc.sql(SCOPES.replace("with recursive ", """
            with recursive wait as (
              select timer.id_ as id, timer.execution_id_ as execution_id, timer.duedate_ as due, instance.business_key_
              from act_ru_job timer join act_ru_execution instance on instance.id_ = timer.process_instance_id_
              where timer.handler_type_ = 'timer-transition' and timer.process_def_id_ = :definition
                and timer.handler_cfg_ = :event and timer.duedate_ >= cast(:now as timestamp)
                and timer.duedate_ < cast(:until as timestamp) and timer.id_ > :after
                and not exists (select from reminder where kind = 'BEFORE' and step = :step
                  and business_key = instance.business_key_ and due_at = timer.duedate_)
              order by timer.id_ limit :atMost),
            """) + """
            select wait.id, cast(:definition as text) as proc_def_id_, cast(null as text) as activity_id,
              cast(null as text) as name_, wait.due, wait.business_key_, bodies.*, cast(null as text[]) as groups,
              cast(null as text[]) as people
            from wait left join bodies on bodies.id = wait.id order by wait.id""")
        .param("step", step)
        .param("definition", processDefinitionId)
        .param("event", event)
        .param("now", LocalDateTime.ofInstant(now, Zone.SHANGHAI))
        .param("until", until.plusDays(1).atStartOfDay())
        .param("after", after)
        .param("atMost", atMost)
        .query((row, n) -> open(row)).list();
  }

  /** Definitions of which something runs that has a timer. */
  List<String> definitionsWithTimers() {
    return jdbc.sql("""
            select distinct process_def_id_ from act_ru_job
            where handler_type_ = 'timer-transition' and process_instance_id_ is not null order by 1""")
        .query(String.class).list();
  }

  private static Open open(ResultSet row) throws SQLException {
    return new Open(row.getString("id"), row.getString("proc_def_id_"), row.getString("activity_id"),
        row.getString("name_"), row.getObject("due", LocalDateTime.class).atZone(Zone.SHANGHAI).toInstant(),
        row.getString("business_key_"), row.getString("department"), row.getString("lead_department"),
        row.getString("joint_inspection_id"), texts(row.getArray("groups")), texts(row.getArray("people")));
  }

  private static List<String> texts(Array array) throws SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}

package cn.jointinspection.staff.calendarfeed;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the open work of groups by step and day, straight from the engine's tables. The engine's API would load each of
 * tens of thousands of tasks for a calendar of some dozen entries.
 */
@Component
class OpenDeadlines {

  private final JdbcClient jdbc;

  OpenDeadlines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Equal steps of one joint inspection on one day.
   *
   * @param day of the deadline, Asia/Shanghai, in which the engine stores times
   * @param name of the step in the model, without what the single task is about
   * @param jointInspection id; null, like {@code title}, where the work belongs to none
   */
  record Deadline(LocalDate day, String task, String name, String jointInspection, String title, int count) {}

  /** Of all work offered to one of the groups, claimed or not, by day. */
  List<Deadline> of(List<String> groups) {
    return jdbc.sql("""
            select due_date_::date as day, task_def_key_ as task, split_part(task.name_, '：', 1) as name,
              joint.id as joint_inspection, joint.title, count(*)::int as count
            from act_ru_task task
              left join act_ru_execution instance on instance.id_ = task.proc_inst_id_
              left join joint_inspection joint on joint.id = split_part(instance.business_key_, '/', 1)
            where task.suspension_state_ = 1 and due_date_ is not null and exists (
              select from act_ru_identitylink link
              where link.task_id_ = task.id_ and link.type_ = 'candidate' and link.group_id_ = any(?))
            group by 1, 2, 3, 4 order by 1, 4, 2, 3""")
        .param(groups.toArray(String[]::new))
        .query(Deadline.class)
        .list();
  }
}

package cn.jointinspection.registry;

import cn.jointinspection.platform.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills the registries of a rehearsal with an invented county. Every name says 示例; the same plan gives the same rows
 * every time. Never called in production.
 */
@Component
public class SampleRegistry {

  private static final Actor REHEARSAL = new Actor("rehearsal", "演练数据", Set.of());

  private final JdbcClient jdbc;
  private final Departments departments;
  private final InspectionObjects objects;
  private final Inspectors inspectors;
  private final Recusals recusals;
  private final InspectionItems items;

  SampleRegistry(JdbcClient jdbc, Departments departments, InspectionObjects objects, Inspectors inspectors,
      Recusals recusals, InspectionItems items) {
    this.jdbc = jdbc;
    this.departments = departments;
    this.objects = objects;
    this.inspectors = inspectors;
    this.recusals = recusals;
    this.items = items;
  }

  /**
   * Fills empty registries, all or nothing; registries that hold any object are left alone.
   *
   * @param division 行政区划代码, six digits
   * @param tasks the plan's rows: their matters become the departments' lists, their scopes get objects
   * @return whether anything was filled
   */
  @Transactional
  public boolean fill(String division, Collection<SampleTask> tasks) {
    if (jdbc.sql("select exists (select from inspection_object)").query(Boolean.class).single()) {
      return false;
    }
    List<ObjectDraft> county = new SampleObjects(division).county(tasks.stream().map(SampleTask::scope).toList());
    objects.put(county, REHEARSAL);
    SampleInspectors people = new SampleInspectors(division, departments);
    inspectors.put(people.all(), REHEARSAL);
    people.recusals(tasks, county)
        .forEach(recusal -> recusals.file(recusal.inspector(), recusal.objectNo(), recusal.reason(), REHEARSAL));
    tasks.forEach(task -> items.put(task.leadDepartment(), task.matters(), REHEARSAL));
    return true;
  }
}

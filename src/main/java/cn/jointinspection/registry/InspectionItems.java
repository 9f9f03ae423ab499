package cn.jointinspection.registry;

import cn.jointinspection.platform.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The departments' published lists of matters (随机抽查事项清单, 一单). */
@Component
public class InspectionItems {

  private final JdbcClient jdbc;
  private final RegistryActor registryActor;

  InspectionItems(JdbcClient jdbc, RegistryActor registryActor) {
    this.jdbc = jdbc;
    this.registryActor = registryActor;
  }

  /** The matters on the department's list, in order of name. */
  public List<String> inForce(String department) {
    return jdbc.sql("""
            select name from inspection_item where department = ? and in_force order by name collate "C"
            """)
        .param(department).query(String.class).list();
  }

  /** The matters on any department's list. */
  public Set<String> inForce() {
    return jdbc.sql("select distinct name from inspection_item where in_force").query(String.class).set();
  }

  /** Puts these matters on the department's list; those already on it stay as they are. */
  @Transactional
  public void put(String department, Collection<String> matters, Actor actor) {
    registryActor.sign(actor);
    jdbc.sql("""
            insert into inspection_item as i (department, name) select ?, m from unnest(?::text[]) m
            on conflict (department, name) do update set in_force = true, version = i.version + 1 where not i.in_force
            """)
        .params(department, matters.stream().distinct().toArray(String[]::new)).update();
  }

  /** Takes these matters off the department's list; they stay in the table for the record. */
  @Transactional
  public void retire(String department, Collection<String> matters, Actor actor) {
    registryActor.sign(actor);
    jdbc.sql("""
            update inspection_item set in_force = false, version = version + 1
            where department = ? and name = any (?::text[]) and in_force
            """)
        .params(department, matters.toArray(String[]::new)).update();
  }
}

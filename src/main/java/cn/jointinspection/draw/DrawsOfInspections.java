package cn.jointinspection.draw;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far the draws of many joint inspections have come, asked for all of them at once. */
@Component
@Transactional(readOnly = true)
public class DrawsOfInspections {

  private final JdbcClient jdbc;

  DrawsOfInspections(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of these joint inspections that have a draw that was not given up. */
  public Set<String> frozen(Collection<String> jointInspectionIds) {
    return jdbc.sql("""
            select distinct joint_inspection_id from draw
            where status <> 'ABANDONED' and joint_inspection_id = any(?)""")
        .param(jointInspectionIds.toArray(String[]::new)).query(String.class).set();
  }
}

package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.Zone;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the departments' lists of matters: every change that came in force made one (一-1, 动态调整). */
@Component
public class MatterVersions {

  private final JdbcClient jdbc;

  MatterVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest first. @param department code */
  public List<MatterVersion> of(String department) {
    return read("where department = ? order by number desc", department);
  }

  /** The newest of each department that has one. */
  public List<MatterVersion> newest() {
    return read("where newest order by department");
  }

  private List<MatterVersion> read(String which, Object... asked) {
    return jdbc.sql("""
            select * from (
              select department, (row_number() over (partition by department order by in_force_at, decided_at, id))::int
                  as number,
                lead(id) over (partition by department order by in_force_at, decided_at, id) is null as newest,
                id as change, in_force_at, reason, proposed_by_name, decided_by_name, added, changed, removed
              from registry_change where kind = 'MATTERS' and status = 'IN_FORCE') v
            """ + which)
        .params(List.of(asked))
        .query((row, n) -> new MatterVersion(row.getString("department"), row.getInt("number"), row.getLong("change"),
            row.getObject("in_force_at", OffsetDateTime.class).atZoneSameInstant(Zone.SHANGHAI).toOffsetDateTime(),
            row.getString("reason"), row.getString("proposed_by_name"), row.getString("decided_by_name"),
            row.getInt("added"), row.getInt("changed"), row.getInt("removed")))
        .list();
  }
}

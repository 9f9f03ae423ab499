package cn.jointinspection.registry;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which objects were drawn from above for which matters (省抽市查、市抽县查, 二-11). */
@Component
public class ImposedTasks {

  private final JdbcClient jdbc;

  ImposedTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Row ids of the scope's objects that are drawn from above this year for at least one of these matters. */
  public Set<Long> coveredObjects(int scopeId, Collection<String> matters, int year) {
    return new HashSet<>(jdbc.sql("""
            select distinct o.id from imposed_inspection i join inspection_object o using (object_no)
              join object_scope s on s.object_id = o.id and s.scope_id = ?
            where i.year = ? and i.matter = any (?)""")
        .params(scopeId, year, matters.toArray(String[]::new)).query(Long.class).list());
  }
}

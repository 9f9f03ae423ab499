package cn.jointinspection.registry;

import cn.jointinspection.registry.RegistryRefused.UnknownObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Once is enough (1次/年): an object drawn for a matter is not drawn again for it in the same calendar year. */
@Component
public class MatterCoverage {

  private final JdbcClient jdbc;

  MatterCoverage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Row ids of the scope's objects that are covered this year for at least one of these matters. */
  public Set<Long> coveredObjects(int scopeId, Collection<String> matters, int year) {
    return new HashSet<>(jdbc.sql("""
            select distinct c.object_id from matter_coverage c join object_scope os on os.object_id = c.object_id
            where os.scope_id = ? and c.year = ? and c.matter = any (?::text[])
            """)
        .params(scopeId, year, matters.toArray(String[]::new)).query(Long.class).list());
  }

  /**
   * Notes that these objects are covered for these matters. Where an object already is, the earlier draw stands.
   *
   * @throws UnknownObject if one of the objects is not in the registry
   */
  @Transactional
  public void cover(
      String jointInspectionId, int year, Collection<String> matters, Collection<String> objectNos) {
    String[] objects = objectNos.toArray(String[]::new);
    jdbc.sql("""
            select n from unnest(?::text[]) n
            where not exists (select from inspection_object o where o.object_no = n) limit 1
            """)
        .param(objects).query(String.class).optional().ifPresent(unknown -> {
          throw new UnknownObject(unknown);
        });
    jdbc.sql("""
            insert into matter_coverage (object_id, matter, year, joint_inspection_id)
            select distinct k.id, m, ?::int, ? from inspection_object o
              join inspection_object k on k.object_no = coalesce(o.merged_into, o.object_no)
              cross join unnest(?::text[]) m
            where o.object_no = any (?::text[]) on conflict do nothing
            """)
        .params(year, jointInspectionId, matters.toArray(String[]::new), objects).update();
  }

  /** Takes back what this joint inspection covers of the object, for example because it turned out not to exist. */
  @Transactional
  public void release(String objectNo, String jointInspectionId) {
    jdbc.sql("""
            delete from matter_coverage c using inspection_object o
            where c.object_id = o.id and o.object_no = kept_object(?) and c.joint_inspection_id = ?
            """)
        .params(objectNo, jointInspectionId).update();
  }
}

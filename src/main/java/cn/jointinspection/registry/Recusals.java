package cn.jointinspection.registry;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.RegistryRefused.UnknownInspector;
import cn.jointinspection.registry.RegistryRefused.UnknownObject;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which inspectors keep away from which objects. A recusal, once filed, stays. */
@Component
public class Recusals {

  private final JdbcClient jdbc;
  private final RegistryActor registryActor;
  private final Inspectors inspectors;
  private final InspectionObjects objects;

  Recusals(JdbcClient jdbc, RegistryActor registryActor, Inspectors inspectors, InspectionObjects objects) {
    this.jdbc = jdbc;
    this.registryActor = registryActor;
    this.inspectors = inspectors;
    this.objects = objects;
  }

  /** The recusals of these departments' inspectors, in the byte order of certificate number, then object id. */
  public List<Recusal> of(Collection<String> departments) {
    return jdbc.sql("""
            select r.inspector, r.object_no, r.reason from recusal r join inspector i on i.certificate_no = r.inspector
            where i.department = any (?::text[]) order by r.inspector, r.object_no
            """)
        .param(departments.toArray(String[]::new)).query(Recusal.class).list();
  }

  /** Certificate numbers of those who keep away from this object. */
  public Set<String> inspectorsOf(String objectNo) {
    return jdbc.sql("select inspector from recusal where object_no = kept_object(?)").param(objectNo).query(String.class).set();
  }

  /**
   * Files a recusal; one that already stands for this inspector and object keeps its first reason.
   *
   * @param inspector certificate number
   * @throws UnknownInspector if there is no such inspector
   * @throws UnknownObject if there is no such object
   */
  @Transactional
  public void file(String inspector, String objectNo, RecusalReason reason, Actor actor) {
    if (inspectors.find(inspector).isEmpty()) {
      throw new UnknownInspector(inspector);
    }
    if (objects.find(objectNo).isEmpty()) {
      throw new UnknownObject(objectNo);
    }
    OffsetDateTime now = registryActor.sign(actor);
    jdbc.sql("""
            insert into recusal (inspector, object_no, reason, filed_at, filed_by) values (?, kept_object(?), ?, ?, ?)
            on conflict do nothing
            """)
        .params(inspector, objectNo, reason.name(), now, actor.userId()).update();
  }
}

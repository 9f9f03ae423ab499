package cn.jointinspection.registry;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Zone;
import cn.jointinspection.registry.RegistryRefused.UnknownInspector;
import cn.jointinspection.registry.RegistryRefused.UnknownObject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which inspectors keep away from which objects, and when. What a recusal once was stays in the history. */
@Component
public class Recusals {

  private static final String IN_FORCE = " :day between r.starts_on and coalesce(r.ends_on, 'infinity') ";

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

  /**
   * The recusals of these departments' inspectors that are in force on that day, in the byte order of certificate number,
   * then object id.
   */
  public List<Recusal> of(Collection<String> departments, LocalDate on) {
    return jdbc.sql("""
            select r.inspector, r.object_no, r.reason from recusal r join inspector i on i.certificate_no = r.inspector
            where i.department = any (:of::text[]) and""" + IN_FORCE + "order by r.inspector, r.object_no")
        .param("of", departments.toArray(String[]::new)).param("day", on).query(Recusal.class).list();
  }

  /** Certificate numbers of those who keep away from this object on that day. */
  public Set<String> inspectorsOf(String objectNo, LocalDate on) {
    return jdbc.sql("select inspector from recusal r where object_no = kept_object(:object) and" + IN_FORCE)
        .param("object", objectNo).param("day", on).query(String.class).set();
  }

  /**
   * Files a recusal that holds from today without end. One that stands so for this inspector and object already keeps its
   * reason; one that has ended, is to end or is still to begin gives way.
   *
   * @param inspector certificate number
   * @throws UnknownInspector if there is no such inspector
   * @throws UnknownObject if there is no such object
   */
  @Transactional
  public void file(String inspector, String objectNo, RecusalReason reason, RecusalOrigin origin, Actor actor) {
    if (inspectors.find(inspector).isEmpty()) {
      throw new UnknownInspector(inspector);
    }
    if (objects.find(objectNo).isEmpty()) {
      throw new UnknownObject(objectNo);
    }
    OffsetDateTime now = registryActor.sign(actor);
    jdbc.sql("""
            insert into recusal as r (inspector, object_no, reason, origin, starts_on, filed_at, filed_by)
            values (:inspector, kept_object(:object), :reason, :origin, :day, :now, :by)
            on conflict (inspector, object_no) do update set
              reason = excluded.reason, origin = excluded.origin, note = null, ends_on = null,
              starts_on = case when r.ends_on < :day then :day else least(r.starts_on, :day) end,
              filed_at = excluded.filed_at, filed_by = excluded.filed_by, change_id = null, line = null
            where r.ends_on is not null or r.starts_on > :day""")
        .param("inspector", inspector).param("object", objectNo).param("reason", reason.name())
        .param("origin", origin.name()).param("day", LocalDate.ofInstant(now.toInstant(), Zone.SHANGHAI))
        .param("now", now).param("by", actor.userId()).update();
  }
}

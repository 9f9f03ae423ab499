package cn.jointinspection.registry;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.platform.Zone;
import cn.jointinspection.registry.RegistryRefused.UnknownObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The classes of an object: the one it has, where that comes from, and all it ever had (信用风险分类, 四). */
@Component
public class RiskClasses {

  private final JdbcClient jdbc;
  private final RegistryActor registryActor;

  RiskClasses(JdbcClient jdbc, RegistryActor registryActor) {
    this.jdbc = jdbc;
    this.registryActor = registryActor;
  }

  /** @param riskClass null while unrated, and then the source too @param datedOn 分类日期; null where not known */
  public record Current(RiskClass riskClass, RiskSource source, LocalDate datedOn) {}

  /** A department's own grade of an object. @param riskClass what it is; null once the department has taken it out of use */
  public record Grade(String department, String grade, RiskClass riskClass, LocalDate datedOn) {}

  /**
   * A class that an object had from a moment on.
   *
   * @param department whose grade it is; null for the class of all departments
   * @param grade null for the class of all departments
   * @param riskClass null for a grade, which is what the department's table says, and where the class was taken away
   * @param source null for a grade and where there is no class
   * @param datedOn null where not known
   * @param by account id, or {@code system}
   */
  public record Had(Instant from, String by, String department, String grade, RiskClass riskClass, RiskSource source,
      LocalDate datedOn) {}

  /** @throws UnknownObject if there is no such object */
  public Current of(String objectNo) {
    return jdbc.sql("select risk_class, source, dated_on from object_class where object_no = ?").param(objectNo)
        .query(Current.class).optional().orElseThrow(() -> new UnknownObject(objectNo));
  }

  /** The grades that departments gave the object, by department; empty also for an unknown object. */
  public List<Grade> gradesOf(String objectNo) {
    return jdbc.sql("""
            select g.department, g.grade, d.risk_class, g.dated_on
            from object_grade g join inspection_object o on o.id = g.object_id
              left join department_grade d
                on d.department = g.department and d.grade = g.grade and d.removed_at is null
            where o.object_no = ? order by g.department""")
        .param(objectNo).query(Grade.class).list();
  }

  /** Every class and grade the object ever had, oldest first; empty for an unknown object. */
  public List<Had> everHad(String objectNo) {
    return jdbc.sql(HAD + " order by id").param("no", objectNo).query(Had.class).list();
  }

  /**
   * The class as it stood at the end of a day, Asia/Shanghai.
   *
   * @return empty where the object was not in the registry, or had never had one
   */
  public Optional<Had> asOf(String objectNo, LocalDate day) {
    return jdbc.sql("select * from (" + HAD + ") had where department is null and \"from\" < :end order by id desc limit 1")
        .param("no", objectNo).param("end", day.plusDays(1).atStartOfDay(Zone.SHANGHAI).toOffsetDateTime())
        .query(Had.class).optional();
  }

  private static final String HAD = """
      select id, changed_at as "from", changed_by as by, null as department, null as grade,
        after ->> 'risk_class' as risk_class,
        case when after ->> 'risk_class' is not null then coalesce(after ->> 'risk_source', 'REGISTRY') end as source,
        (after ->> 'risk_dated_on')::date as dated_on
      from registry_history where table_name = 'inspection_object' and row_key = :no
        and (before ->> 'risk_class' is distinct from after ->> 'risk_class'
          or before ->> 'risk_source' is distinct from after ->> 'risk_source')
      union all
      select h.id, h.changed_at, h.changed_by, h.after ->> 'department', h.after ->> 'grade', null, null,
        (h.after ->> 'dated_on')::date
      from inspection_object o cross join department d join registry_history h
        on h.table_name = 'object_grade' and h.row_key = o.id || '|' || d.code
      where o.object_no = :no and h.before ->> 'grade' is distinct from h.after ->> 'grade'""";

  /**
   * The registrar follows the result of a check (守信激励、失信惩戒, 五): from now on the object has this class.
   *
   * @param from the class the registrar saw; null for none
   * @throws ChangedMeanwhile if it has another by now
   * @throws UnknownObject if there is no such object
   */
  @Transactional
  public void changeByResult(String objectNo, RiskClass from, RiskClass to, Actor by) {
    OffsetDateTime now = registryActor.sign(by);
    ClassSource.during(jdbc, () -> {
      int changed = jdbc.sql("""
              update inspection_object set risk_class = ?, risk_source = 'RESULT', risk_dated_on = ?, version = version + 1,
                updated_at = ? where object_no = ? and risk_class is not distinct from ?""")
          .params(to.name(), now.atZoneSameInstant(Zone.SHANGHAI).toLocalDate(), now, objectNo,
              from == null ? null : from.name())
          .update();
      if (changed != 1) {
        of(objectNo);
        throw new ChangedMeanwhile("“" + objectNo + "”的风险等级");
      }
    });
  }
}

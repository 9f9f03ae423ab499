package cn.jointinspection.registry;

import cn.jointinspection.platform.Page;
import cn.jointinspection.registry.RegistryRefused.CapReached;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Visits of firms in a calendar year, against the cap for their kind (年度频次上限): what is checked on one day counts once,
 * visits of tasks drawn from above count too, exempted ones do not, nor those of firms of high risk.
 */
@Service
public class Visits {

  /** Days on which each object is visited in :year, as far as they count. */
  private static final String COUNTED = """
      select object_no, count(distinct day)::int as visits, max(day) as last from (
        select object_no, visit_on::text as day from visit
        where visit_on between make_date(:year, 1, 1) and make_date(:year, 12, 31) and exemption is null %1$s
        union all
        select object_no, coalesce(inspected_on::text, task) from imposed_inspection where year = :year %2$s) days
      group by object_no""";

  private static final String NEAR = """
       from (%s) v join inspection_object o using (object_no) join visit_cap c on c.category = o.category
      where v.visits >= c.most - 1 and o.status = 'IN_FORCE' and (:category::text is null or o.category = :category)"""
      .formatted(COUNTED.formatted("", ""));

  private final JdbcClient jdbc;

  Visits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A firm that may be visited once more, or not any more.
   *
   * @param visits days of this year that count
   * @param most the cap
   * @param last the latest of these days, or the task from above whose day is not known; null for none
   */
  public record Near(String objectNo, String name, String category, int visits, int most, String last) {}

  /** Row ids of the scope's objects whose cap of the year is reached. */
  public Set<Long> capped(int scopeId, int year) {
    return new HashSet<>(jdbc.sql("select o.id from (" + COUNTED.formatted("", "") + """
            ) v join inspection_object o using (object_no) join visit_cap c on c.category = o.category
              join object_scope s on s.object_id = o.id and s.scope_id = :scope
            where v.visits >= c.most""")
        .param("year", year).param("scope", scopeId).query(Long.class).list());
  }

  /** Firms that have one visit left or none, the fullest first. @param category null for all @param page from 1 */
  public Page<Near> near(int year, String category, int page, int size) {
    return new Page<>(
        jdbc.sql("select o.object_no, o.name, o.category, v.visits, c.most, v.last" + NEAR
                + " order by c.most - v.visits, o.object_no offset :offset limit :size")
            .param("year", year).param("category", category).param("offset", Page.offset(page, size)).param("size", size)
            .query(Near.class).list(),
        page, size,
        jdbc.sql("select count(*)" + NEAR).param("year", year).param("category", category).query(Long.class).single());
  }

  /** How often the object is visited this year without this joint inspection; empty where its kind has no cap. */
  public Optional<Near> of(String objectNo, String exceptJointInspection, int year) {
    String counted = COUNTED.formatted("and object_no = :object and joint_inspection_id <> :joint", "and object_no = :object");
    return jdbc.sql("select o.object_no, o.name, o.category, coalesce(v.visits, 0) as visits, c.most, v.last"
            + " from inspection_object o join visit_cap c on c.category = o.category left join (" + counted + ") v using (object_no)"
            + " where o.object_no = :object")
        .param("year", year).param("object", objectNo).param("joint", exceptJointInspection).query(Near.class).optional();
  }

  /**
   * A visit to come.
   *
   * @param lead code of the department that leads the joint inspection
   */
  public record Planned(String jointInspectionId, String lead, LocalDate on) {}

  /**
   * Notes the visit that a firm is told of. Two at once wait for each other. The risk that exempts is the one by which the
   * lead department draws: its own grade, and where it has none the class of all departments (四).
   *
   * @param exemption why it does not count; null if it does
   * @throws CapReached if the firm has had its visits of the year and none exempts this one
   */
  @Transactional
  public void tell(String objectNo, Planned visit, VisitExemption exemption, String reason) {
    String jointInspectionId = visit.jointInspectionId();
    LocalDate on = visit.on();
    boolean highRisk = jdbc.sql("""
            select coalesce((select g.risk_class from class_by_grade g where g.object_id = o.id and g.department = ?),
              o.risk_class) = 'D'
            from inspection_object o where o.object_no = ? for no key update of o""")
        .params(visit.lead(), objectNo).query((row, n) -> row.getBoolean(1)).single();
    VisitExemption exempt = exemption == null && highRisk ? VisitExemption.HIGH_RISK : exemption;
    Optional<Near> counted = of(objectNo, jointInspectionId, on.getYear());
    if (exempt == null && counted.isPresent() && counted.get().visits() >= counted.get().most()) {
      throw new CapReached(counted.get());
    }
    jdbc.sql("""
            insert into visit (object_no, joint_inspection_id, visit_on, exemption, exemption_reason) values (?, ?, ?, ?, ?)
            on conflict (object_no, joint_inspection_id) do update set visit_on = excluded.visit_on,
              exemption = excluded.exemption, exemption_reason = excluded.exemption_reason""")
        .params(objectNo, jointInspectionId, on, exempt == null ? null : exempt.name(), reason).update();
  }

  /** The visit was made on this day. */
  @Transactional
  public void made(String objectNo, String jointInspectionId, LocalDate on) {
    jdbc.sql("update visit set visit_on = ? where object_no = ? and joint_inspection_id = ? and visit_on <> ?")
        .params(on, objectNo, jointInspectionId, on).update();
  }

  /** The visit is not made. */
  @Transactional
  public void callOff(String objectNo, String jointInspectionId) {
    jdbc.sql("delete from visit where object_no = ? and joint_inspection_id = ?").params(objectNo, jointInspectionId).update();
  }
}

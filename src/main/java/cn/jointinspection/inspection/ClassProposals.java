package cn.jointinspection.inspection;

import cn.jointinspection.inspection.ClassProposal.Effect;
import cn.jointinspection.inspection.ClassProposal.Status;
import cn.jointinspection.inspection.ClassProposalRules.UnknownProposal;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import cn.jointinspection.registry.InspectionObject;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.ObjectStatus;
import cn.jointinspection.registry.RegistryRefused.UnknownObject;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.registry.RiskClasses;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What published results propose for the risk classes of their objects (守信激励、失信惩戒, 五): one bad result a class up,
 * clean inspections in a row a class down, as {@code result_risk} says. The registrar decides, whose right is the caller's
 * to check.
 */
@Service
public class ClassProposals {

  private static final String NEWEST = "(select max(version) from result_risk)";

  private final JdbcClient jdbc;
  private final InspectionObjects registry;
  private final RiskClasses classes;
  private final Clock clock;

  ClassProposals(JdbcClient jdbc, InspectionObjects registry, RiskClasses classes, Clock clock) {
    this.jdbc = jdbc;
    this.registry = registry;
    this.classes = classes;
    this.clock = clock;
  }

  /** Call in the transaction that publishes the check; repeated, it proposes nothing twice. */
  void afterPublication(long checkId, String objectNo) {
    if (canGo(Effect.HIGHER, objectNo)) {
      insert("""
          select c.id, o.object_no, 'HIGHER', x.version, array_agg(r.code order by r.code)
          from department_check c join object_inspection o on o.id = c.object_inspection_id
            join check_result r on r.check_id = c.id
            join result_risk x on x.code = r.code and x.effect = 'HIGHER' and x.version = %s
          where c.id = :key group by c.id, o.object_no, x.version""", checkId);
    }
  }

  /**
   * Call in the transaction that finishes the object's inspection. Inspections count from the last bad result, or from the
   * last time that clean ones were rewarded; one that says nothing of the firm, as when it was closed, does not count.
   */
  void afterFinish(String objectInspectionId, String objectNo) {
    if (canGo(Effect.LOWER, objectNo)) {
      insert("""
          with verdict as (
            select o.id, o.finished_at, bool_and(coalesce(x.effect = 'LOWER', false)) as clean,
              bool_or(coalesce(x.effect = 'HIGHER', false)) as bad, max(x.in_a_row) as needed, max(x.version) as version,
              array_agg(distinct r.code order by r.code) as codes, min(c.id) as check_id, o.object_no
            from object_inspection o join object_inspection this on this.object_no = o.object_no
              join department_check c on c.object_inspection_id = o.id and c.status = 'PUBLISHED'
              join check_result r on r.check_id = c.id
              left join result_risk x on x.code = r.code and x.version = %s
            where this.id = :key and o.status = 'FINISHED' group by o.id)
          select v.check_id, v.object_no, 'LOWER', v.version, v.codes
          from verdict v where v.id = :key and v.clean and v.needed <= (
            select count(*) from verdict earlier where earlier.clean
              and earlier.finished_at > coalesce((select max(finished_at) from verdict where bad), '-infinity')
              and earlier.finished_at > coalesce((select max(proposed_at) from class_proposal p
                where p.object_no = v.object_no and p.effect = 'LOWER'), '-infinity'))""", objectInspectionId);
    }
  }

  /** Whether there is a class to go to, and an object that has one. */
  private boolean canGo(Effect effect, String objectNo) {
    return registry.find(objectNo).filter(object -> object.status() == ObjectStatus.IN_FORCE)
        .filter(object -> effect.from(object.riskClass()) != object.riskClass()).isPresent();
  }

  private void insert(String selected, Object key) {
    jdbc.sql("insert into class_proposal (check_id, object_no, effect, risk_version, codes, proposed_at) select q.*, :now"
            + " from (" + selected.formatted(NEWEST) + ") q on conflict (check_id) do nothing")
        .param("key", key).param("now", OffsetDateTime.now(clock)).update();
  }

  /** How many wait for a decision. */
  public long open() {
    return jdbc.sql("select count(*) from class_proposal where status = 'OPEN'").query(Long.class).single();
  }

  /** Open ones in the order they came, decided ones the latest first. @param page counted from 1 */
  public Page<ClassProposal> list(Status status, int page, int size) {
    return new Page<>(
        jdbc.sql(SELECT + " where p.status = ? order by "
                + (status == Status.OPEN ? "p.id" : "p.decided_at desc, p.id desc") + " offset ? limit ?")
            .params(status.name(), Page.offset(page, size), size).query(ClassProposals::map).list(),
        page, size, jdbc.sql("select count(*) from class_proposal where status = ?").param(status.name())
            .query(Long.class).single());
  }

  /** All there ever were about an object, the latest first. */
  public List<ClassProposal> ofObject(String objectNo) {
    return jdbc.sql(SELECT + " where p.object_no = ? order by p.id desc").param(objectNo).query(ClassProposals::map).list();
  }

  /**
   * The registrar follows the proposal, and the object has its new class at once, or he does not and says why.
   *
   * @param seen the class that he saw; null for none
   * @param note nullable where the proposal is accepted
   */
  @Transactional
  public void decide(long id, boolean accept, RiskClass seen, String note, Actor by) {
    var locked = jdbc.sql("select object_no, effect, status from class_proposal where id = ? for update").param(id)
        .query((row, n) -> new Locked(row.getString(1), Effect.valueOf(row.getString(2)), Status.valueOf(row.getString(3))))
        .optional().orElseThrow(UnknownProposal::new);
    ClassProposalRules.isOpen(locked.status());
    InspectionObject object =
        registry.find(locked.objectNo()).orElseThrow(() -> new UnknownObject(locked.objectNo()));
    RiskClass after = object.riskClass();
    if (accept) {
      ClassProposalRules.classIsAsSeen(object.name(), seen, object.riskClass());
      after = locked.effect().from(object.riskClass());
      ClassProposalRules.changesSomething(object.name(), object.riskClass(), after);
      classes.changeByResult(object.objectNo(), object.riskClass(), after, by);
    } else {
      CommonRules.noteGiven(note, "不采纳须写明理由");
    }
    jdbc.sql("""
            update class_proposal set status = ?, class_before = ?, class_after = ?, note = ?, decided_at = ?,
              decided_by = ?, decided_by_name = ? where id = ?""")
        .params((accept ? Status.ACCEPTED : Status.REFUSED).name(), name(object.riskClass()), name(after),
            note == null || note.isBlank() ? null : note.strip(), OffsetDateTime.now(clock), by.userId(), by.name(), id)
        .update();
  }

  private record Locked(String objectNo, Effect effect, Status status) {}

  private static String name(RiskClass riskClass) {
    return riskClass == null ? null : riskClass.name();
  }

  private static final String SELECT = """
      select p.id, p.object_no, o.object_name, o.joint_inspection_id, j.title, c.department, c.checked_on, c.statement,
        p.effect, p.proposed_at at time zone 'Asia/Shanghai' as proposed_at, p.status, p.class_before, p.class_after,
        p.note, p.decided_at at time zone 'Asia/Shanghai' as decided_at, p.decided_by_name,
        array(select code.text from result_code code
          where code.version = c.result_version and code.code = any (p.codes) order by code.position) as results
      from class_proposal p join department_check c on c.id = p.check_id
        join object_inspection o on o.id = c.object_inspection_id
        join joint_inspection j on j.id = o.joint_inspection_id""";

  private static ClassProposal map(ResultSet row, int number) throws SQLException {
    LocalDateTime decidedAt = row.getObject("decided_at", LocalDateTime.class);
    return new ClassProposal(row.getLong("id"), row.getString("object_no"), row.getString("object_name"),
        new ClassProposal.Evidence(row.getString("joint_inspection_id"), row.getString("title"),
            row.getString("department"), row.getObject("checked_on", LocalDate.class),
            List.of((String[]) row.getArray("results").getArray()), row.getString("statement")),
        Effect.valueOf(row.getString("effect")), row.getObject("proposed_at", LocalDateTime.class),
        Status.valueOf(row.getString("status")),
        decidedAt == null ? null : new ClassProposal.Decision(riskClass(row.getString("class_before")),
            riskClass(row.getString("class_after")), row.getString("note"), decidedAt, row.getString("decided_by_name")));
  }

  private static RiskClass riskClass(String name) {
    return name == null ? null : RiskClass.valueOf(name);
  }
}

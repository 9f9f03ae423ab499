package cn.jointinspection.inspection;

import cn.jointinspection.platform.Page;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What of a plan year is not published: each department's check of each object, and what has no objects yet (五). */
@Service
@Transactional(readOnly = true)
public class UnpublishedChecks {

  private static final String UNPUBLISHED = """
      with unpublished as (
        select joint.id as joint_inspection_id, joint.title, joint.status as joint_status,
          null as object_inspection_id, null as object_name, 0 as visit_no, null::bigint as check_id,
          joint.lead_department as department, null as status, null::timestamptz as checked_at,
          null::timestamptz as entered_at, null::timestamptz as reviewed_at
        from joint_inspection joint
        where joint.year = :year and joint.status in ('WAITING', 'COSIGNING', 'DRAWING', 'ACCEPTING', 'INSPECTING')
          and not exists (select from object_inspection where joint_inspection_id = joint.id)
        union all
        select joint.id, joint.title, joint.status, object.id, object.object_name, object.visit_no, checked.id,
          checked.department, checked.status, checked.checked_at, checked.entered_at, checked.reviewed_at
        from joint_inspection joint
          join object_inspection object on object.joint_inspection_id = joint.id
          join department_check checked on checked.object_inspection_id = object.id
        where joint.year = :year and joint.status <> 'CANCELLED' and object.status not in ('SUBSTITUTED', 'VOID')
          and checked.status <> 'DROPPED' and (checked.published_at is null or checked.published_at >= :before))
      """;
  private static final String ORDER = "joint_inspection_id, visit_no, check_id";

  private final JdbcClient jdbc;
  private final Inspectors inspectors;

  UnpublishedChecks(JdbcClient jdbc, Inspectors inspectors) {
    this.jdbc = jdbc;
    this.inspectors = inspectors;
  }

  /** Plan years that have joint inspections, the earliest first. */
  public List<Integer> years() {
    return jdbc.sql("select distinct year from joint_inspection order by year").query(Integer.class).list();
  }

  /**
   * By joint inspection and object.
   *
   * @param before what was published at this moment or later counts as unpublished
   */
  public List<UnpublishedCheck> of(int year, Instant before) {
    return list(query(year, before, "order by " + ORDER), before);
  }

  /**
   * The first ones of each department, by joint inspection and object.
   *
   * @param each so many of each department
   */
  public List<UnpublishedCheck> firstOfEach(int year, Instant before, int each) {
    return list(query(year, before, "where place <= :each order by " + ORDER).param("each", each), before);
  }

  /**
   * A part of them, by joint inspection and object.
   *
   * @param department only what it owes; null for all
   * @param page counted from 1
   */
  public Page<UnpublishedCheck> page(int year, Instant before, String department, int page, int size) {
    List<UnpublishedCheck> items = list(
        query(year, before, "where department = coalesce(:department, department) order by " + ORDER
            + " offset :offset limit :size")
            .param("department", department).param("offset", Page.offset(page, size)).param("size", size), before);
    Map<String, Integer> counts = count(year, before);
    return new Page<>(items, page, size, department == null
        ? counts.values().stream().mapToInt(Integer::intValue).sum() : counts.getOrDefault(department, 0));
  }

  /** How many there are, by department; those without any are left out. */
  public Map<String, Integer> count(int year, Instant before) {
    Map<String, Integer> counts = new HashMap<>();
    given(jdbc.sql(UNPUBLISHED + "select department, count(*)::int from unpublished group by department"), year, before)
        .query((RowCallbackHandler) row -> counts.put(row.getString(1), row.getInt(2)));
    return counts;
  }

  /** When each of these checks was published; those that are not are left out. */
  public Map<Long, Instant> publishedAt(Collection<Long> checkIds) {
    if (checkIds.isEmpty()) {
      return Map.of();
    }
    return jdbc.sql("select id, published_at from department_check where published_at is not null and id = any(?)")
        .param(checkIds.toArray(Long[]::new))
        .query((row, n) -> Map.entry(row.getLong(1), row.getTimestamp(2).toInstant()))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private JdbcClient.StatementSpec query(int year, Instant before, String part) {
    return given(jdbc.sql(UNPUBLISHED + """
        , placed as (
          select *, row_number() over (partition by department order by\s""" + ORDER + """
        ) as place from unpublished)
        select *, array(select inspector from check_inspector
            where check_id = placed.check_id and left_at is null order by position) as inspectors from placed
        """ + part), year, before);
  }

  private static JdbcClient.StatementSpec given(JdbcClient.StatementSpec query, int year, Instant before) {
    return query.param("year", year).param("before", before.atOffset(ZoneOffset.UTC));
  }

  private List<UnpublishedCheck> list(JdbcClient.StatementSpec query, Instant before) {
    List<UnpublishedCheck> found = query.query((row, n) -> check(row, before)).list();
    Map<String, Inspector> people =
        inspectors.of(found.stream().flatMap(check -> check.inspectors().stream()).collect(Collectors.toSet()));
    return found.stream()
        .map(check -> check.by(check.inspectors().stream().map(id -> people.get(id).name()).toList())).toList();
  }

  private static UnpublishedCheck check(ResultSet row, Instant before) throws SQLException {
    String stage = row.getString("status") == null
        ? JointInspectionStatus.valueOf(row.getString("joint_status")).text() : stage(row, before).text();
    return new UnpublishedCheck(row.getString("joint_inspection_id"), row.getString("title"),
        row.getString("object_inspection_id"), row.getString("object_name"), row.getObject("check_id", Long.class),
        row.getString("department"), List.of((String[]) row.getArray("inspectors").getArray()), stage);
  }

  /** How far it had got by then, should it have been published since. */
  private static CheckStatus stage(ResultSet row, Instant before) throws SQLException {
    CheckStatus status = CheckStatus.valueOf(row.getString("status"));
    if (status != CheckStatus.PUBLISHED) {
      return status;
    }
    if (done(row, "reviewed_at", before)) {
      return CheckStatus.APPROVED;
    }
    if (done(row, "entered_at", before)) {
      return CheckStatus.ENTERED;
    }
    return done(row, "checked_at", before) ? CheckStatus.CHECKED : CheckStatus.PENDING;
  }

  private static boolean done(ResultSet row, String column, Instant before) throws SQLException {
    Instant at = JointInspectionTable.instant(row, column);
    return at != null && at.isBefore(before);
  }
}

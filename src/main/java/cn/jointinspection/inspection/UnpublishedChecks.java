package cn.jointinspection.inspection;

import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What of a plan year is not published: each department's check of each object, and what has no objects yet (五). */
@Service
@Transactional(readOnly = true)
public class UnpublishedChecks {

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
    Map<String, String> names = new HashMap<>();
    return Stream.concat(withoutObjects(year).stream(), checks(year, before, names).stream())
        .sorted((a, b) -> a.jointInspectionId().compareTo(b.jointInspectionId()))
        .toList();
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

  private List<UnpublishedCheck> withoutObjects(int year) {
    return jdbc.sql("""
            select id, title, lead_department, status from joint_inspection inspection
            where year = ? and status in ('WAITING', 'COSIGNING', 'DRAWING', 'ACCEPTING', 'INSPECTING')
              and not exists (select from object_inspection where joint_inspection_id = inspection.id)""")
        .param(year)
        .query((row, n) -> new UnpublishedCheck(row.getString("id"), row.getString("title"), null, null, null,
            row.getString("lead_department"), List.of(),
            JointInspectionStatus.valueOf(row.getString("status")).text()))
        .list();
  }

  private List<UnpublishedCheck> checks(int year, Instant before, Map<String, String> names) {
    return jdbc.sql("""
            select inspection.id as joint_inspection_id, inspection.title, object.id as object_inspection_id,
              object.object_name, department_check.*,
              array(select inspector from check_inspector
                where check_id = department_check.id and left_at is null order by position) as inspectors
            from joint_inspection inspection
              join object_inspection object on object.joint_inspection_id = inspection.id
              join department_check on department_check.object_inspection_id = object.id
            where inspection.year = :year and inspection.status <> 'CANCELLED'
              and object.status not in ('SUBSTITUTED', 'VOID') and department_check.status <> 'DROPPED'
              and (published_at is null or published_at >= :before)
            order by inspection.id, object.visit_no, department_check.id""")
        .param("year", year)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query((row, n) -> check(row, before, names))
        .list();
  }

  private UnpublishedCheck check(ResultSet row, Instant before, Map<String, String> names) throws SQLException {
    List<String> team = Arrays.stream((String[]) row.getArray("inspectors").getArray())
        .map(id -> names.computeIfAbsent(id, unknown -> inspectors.find(id).map(Inspector::name).orElse(id)))
        .toList();
    return new UnpublishedCheck(row.getString("joint_inspection_id"), row.getString("title"),
        row.getString("object_inspection_id"), row.getString("object_name"), row.getLong("id"),
        row.getString("department"), team, stage(row, before).text());
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

package cn.jointinspection.inspection;

import cn.jointinspection.platform.PerTransaction;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes department checks and their teams. */
@Component
class DepartmentCheckTable {

  /** Whoever stands first in the team leads; when the leader leaves, the next one does. */
  private static final String SELECT = """
      select c.*, o.joint_inspection_id, m.team, m.sources, m.present
      from department_check c join object_inspection o on o.id = c.object_inspection_id
      cross join lateral (
        select coalesce(array_agg(inspector order by position), '{}') as team,
          array_agg(source order by position) as sources, array_agg(present order by position) as present
        from check_inspector where check_id = c.id and left_at is null) m
      """;

  private static final String PROGRESS = """
      select p.department, count(*) filter (where f.drawn)::int as due, count(*) filter (where f.checked)::int as checked,
        count(*) filter (where f.entered)::int as entered, count(*) filter (where f.published)::int as published,
        count(*) filter (where f.problem)::int as problems, count(*) filter (where f.dropped)::int as dropped
      from participation p
      left join figure_check f on f.number = p.joint_inspection_id and f.department = p.department
      where p.joint_inspection_id = ? group by p.department order by min(p.position)
      """;

  private final JdbcClient jdbc;
  private final Inspectors inspectors;
  private final BulkInsert bulk;
  private final PerTransaction<List<String>, Map<String, Inspector>> people = new PerTransaction<>();

  DepartmentCheckTable(JdbcClient jdbc, Inspectors inspectors, BulkInsert bulk) {
    this.jdbc = jdbc;
    this.inspectors = inspectors;
    this.bulk = bulk;
  }

  DepartmentCheck get(long id) {
    return list(jdbc.sql(SELECT + "where c.id = ?").param(id)).stream().findFirst()
        .orElseThrow(() -> new CommonRules.UnknownInspection("部门检查", id));
  }

  DepartmentCheck get(String objectInspectionId, String department) {
    return list(jdbc.sql(SELECT + "where c.object_inspection_id = ? and c.department = ?")
        .params(objectInspectionId, department)).stream().findFirst()
        .orElseThrow(() -> new CommonRules.UnknownInspection("部门检查", objectInspectionId + " " + department));
  }

  long id(String objectInspectionId, String department) {
    return jdbc.sql("select id from department_check where object_inspection_id = ? and department = ?")
        .params(objectInspectionId, department).query(Long.class).optional()
        .orElseThrow(() -> new CommonRules.UnknownInspection("部门检查", objectInspectionId + " " + department));
  }

  /** The lead department's check first, then as printed in the plan. */
  List<DepartmentCheck> ofObject(String objectInspectionId) {
    return list(jdbc.sql(SELECT + """
            join participation p on p.joint_inspection_id = o.joint_inspection_id and p.department = c.department
            where c.object_inspection_id = ? order by p.position""")
        .param(objectInspectionId));
  }

  /** One department's checks of these objects, in no order. */
  List<DepartmentCheck> ofObjects(Collection<String> objectInspectionIds, String department) {
    return list(jdbc.sql(SELECT + "where c.object_inspection_id = any(?) and c.department = ?")
        .params(objectInspectionIds.toArray(String[]::new), department));
  }

  /** Inspectors of a team of the department that nobody can reach, for none of them has an account; empty if all can be. */
  List<Inspector> unreachable(String jointInspectionId, String department) {
    List<List<String>> teams = jdbc.sql("""
            select array_agg(i.inspector order by i.position) from check_inspector i
              join department_check c on c.id = i.check_id join object_inspection o on o.id = c.object_inspection_id
            where o.joint_inspection_id = ? and c.department = ? and i.left_at is null group by c.id order by c.id""")
        .params(jointInspectionId, department)
        .query((row, n) -> List.of((String[]) row.getArray(1).getArray())).list();
    Map<String, Inspector> known = inspectors.of(teams.stream().flatMap(List::stream).collect(Collectors.toSet()));
    return teams.stream().map(team -> team.stream().map(known::get).toList())
        .filter(team -> team.stream().allMatch(inspector -> inspector.account() == null || !inspector.inForce()))
        .findFirst().orElse(List.of());
  }

  /**
   * Adds the checks of all these departments where an object has none yet, and their teams.
   *
   * @param drawn of any of the joint inspection's departments; those of others are left out
   */
  void insertDrawn(String jointInspectionId, List<String> departments, List<DrawnPlace> drawn) {
    int checks = jdbc.sql("""
            insert into department_check (object_inspection_id, department)
            select o.id, d.department from object_inspection o
            cross join unnest(?::text[]) with ordinality d(department, position)
            where o.joint_inspection_id = ?
              and not exists (select from department_check c where c.object_inspection_id = o.id)
            order by o.visit_no, d.position""")
        .params(departments.toArray(String[]::new), jointInspectionId).update();
    bulk.analysed("department_check", checks);
    int places = jdbc.sql("""
            insert into check_inspector (check_id, inspector, position, source)
            select c.id, p.inspector, p.position, 'DRAWN'
            from unnest(?::text[], ?::text[], ?::text[], ?::int[]) p(object_inspection_id, department, inspector, position)
            join department_check c using (object_inspection_id, department)""")
        .params(drawn.stream().map(DrawnPlace::objectInspectionId).toArray(String[]::new),
            drawn.stream().map(DrawnPlace::department).toArray(String[]::new),
            drawn.stream().map(DrawnPlace::inspector).toArray(String[]::new),
            drawn.stream().map(DrawnPlace::position).toArray(Integer[]::new))
        .update();
    bulk.analysed("check_inspector", places);
  }

  /** Puts an inspector into the team, behind all who are or were in it; one who left and is drawn again comes back. */
  void addMember(long checkId, String inspector, String source) {
    jdbc.sql("""
            insert into check_inspector (check_id, inspector, position, source)
            select ?, ?, coalesce(max(position), 0) + 1, ? from check_inspector where check_id = ?
            on conflict (check_id, inspector) do update
              set position = excluded.position, source = excluded.source, left_at = null""")
        .params(checkId, inspector, source, checkId).update();
  }

  void removeMember(long checkId, String inspector, OffsetDateTime at) {
    jdbc.sql("update check_inspector set left_at = ? where check_id = ? and inspector = ? and left_at is null")
        .params(at, checkId, inspector).update();
  }

  /** Checks that are not over in whose team the inspector is, by visit. */
  List<DepartmentCheck> openOf(String inspector) {
    return list(jdbc.sql(SELECT + """
            where c.status not in ('PUBLISHED', 'DROPPED') and c.id in (
              select check_id from check_inspector where inspector = ? and left_at is null)
            order by o.joint_inspection_id, o.visit_no""")
        .param(inspector));
  }

  void markPresent(long checkId, List<String> inspectors) {
    jdbc.sql("update check_inspector set present = true where check_id = :check and inspector in (:present)")
        .param("check", checkId).param("present", inspectors).update();
  }

  /** A department that was excused, in all objects of the joint inspection. */
  void dropAll(String jointInspectionId, String department) {
    jdbc.sql("""
            update department_check c set status = 'DROPPED', version = c.version + 1 from object_inspection o
            where o.id = c.object_inspection_id and o.joint_inspection_id = ? and c.department = ?
              and c.status = 'PENDING'""")
        .params(jointInspectionId, department).update();
  }

  List<Progress> progress(String jointInspectionId) {
    return jdbc.sql(PROGRESS).param(jointInspectionId).query(Progress.class).list();
  }

  /** An object that is not inspected any more. */
  void dropOfObject(String objectInspectionId) {
    jdbc.sql("update department_check set status = 'DROPPED', version = version + 1 where object_inspection_id = ?")
        .param(objectInspectionId).update();
  }

  RowUpdate update(DepartmentCheck read) {
    return RowUpdate.of("department_check", read.version()).key("id", read.id());
  }

  void save(RowUpdate update) {
    update.run(jdbc);
  }

  /** A check without its team, and the team without its names. */
  private record Found(DepartmentCheck alone, List<String> team, String[] sources, Boolean[] present) {

    static Found of(ResultSet row) throws SQLException {
      List<String> team = List.of((String[]) row.getArray("team").getArray());
      return team.isEmpty() ? new Found(check(row), team, null, null)
          : new Found(check(row), team, (String[]) row.getArray("sources").getArray(),
              (Boolean[]) row.getArray("present").getArray());
    }

    DepartmentCheck with(Map<String, Inspector> known) {
      return alone.with(IntStream.range(0, team.size())
          .mapToObj(i -> new TeamMember(team.get(i), known.get(team.get(i)).account(), known.get(team.get(i)).name(),
              i == 0, sources[i], present[i], inspectsFor(alone.department(), known.get(team.get(i)))))
          .toList());
    }
  }

  private static boolean inspectsFor(String department, Inspector inspector) {
    return inspector.inForce() && inspector.department().equals(department);
  }

  /** The people of all teams cost one statement. */
  private List<DepartmentCheck> list(JdbcClient.StatementSpec query) {
    List<Found> found = query.query((row, n) -> Found.of(row)).list();
    List<String> numbers = found.stream().flatMap(one -> one.team.stream()).distinct().sorted().toList();
    Map<String, Inspector> known = numbers.isEmpty() ? Map.of() : people.get(numbers, () -> inspectors.of(numbers));
    return found.stream().map(one -> one.with(known)).toList();
  }

  private static DepartmentCheck check(ResultSet row) throws SQLException {
    String method = row.getString("method");
    return new DepartmentCheck(
        row.getLong("id"), row.getString("object_inspection_id"), row.getString("joint_inspection_id"),
        row.getString("department"),
        CheckStatus.valueOf(row.getString("status")),
        new DepartmentCheck.Examination(method == null ? null : Method.valueOf(method),
            row.getObject("checked_on", LocalDate.class), row.getString("record"), row.getString("checked_by"),
            JointInspectionTable.instant(row, "checked_at")),
        new DepartmentCheck.Entry(row.getString("statement"), row.getString("entered_by"),
            JointInspectionTable.instant(row, "entered_at")),
        new DepartmentCheck.Review(row.getString("reviewed_by"), JointInspectionTable.instant(row, "reviewed_at"),
            row.getString("review_note")),
        JointInspectionTable.instant(row, "published_at"), List.of(), row.getInt("version"));
  }
}

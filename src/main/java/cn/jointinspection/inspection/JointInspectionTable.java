package cn.jointinspection.inspection;

import cn.jointinspection.registry.TaskNature;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes joint inspections and the departments' parts in them. */
@Component
class JointInspectionTable {

  private static final TypeReference<Map<String, Integer>> LABELS = new TypeReference<>() {};
  /** One row for each part of each joint inspection, at least one. */
  private static final String SELECT = """
      select joint.*, part.department, part.role, part.team_count, part.team_labels, part.cosign, part.cosign_note,
        part.cosigned_by, part.cosigned_at, part.acceptance, part.acceptance_note, part.accepted_by, part.accepted_at,
        part.version as part_version, count(part.department) over (partition by joint.id) as part_count
      from joint_inspection joint left join participation part on part.joint_inspection_id = joint.id
      """;
  private static final String ORDER = " order by joint.id, part.position";
  private static final String RUNNING = " joint.status not in ('COMPLETED', 'CANCELLED') ";

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  JointInspectionTable(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  JointInspection get(String id) {
    return list(jdbc.sql(SELECT + "where joint.id = ?" + ORDER).param(id)).stream().findFirst()
        .orElseThrow(() -> new CommonRules.UnknownInspection("联合抽查任务", id));
  }

  /**
   * Reads it and holds its row: steps that look at all its parts come one after the other. The parts are read when the row
   * is held; a statement that waits for the row would see them as they were before.
   */
  JointInspection lock(String id) {
    jdbc.sql("select id from joint_inspection where id = ? for no key update").param(id).query(String.class).optional();
    return get(id);
  }

  List<JointInspection> all() {
    return list(jdbc.sql(SELECT + ORDER));
  }

  List<JointInspection> running() {
    return list(jdbc.sql(SELECT + "where" + RUNNING + ORDER));
  }

  List<JointInspection> runningLedBy(Collection<String> departments) {
    return list(jdbc.sql(SELECT + "where" + RUNNING + "and joint.lead_department = any(?)" + ORDER)
        .param(departments.toArray(String[]::new)));
  }

  List<JointInspection> runningWith(String department) {
    return list(jdbc.sql(SELECT + "where" + RUNNING + """
        and exists (select from participation mine where mine.joint_inspection_id = joint.id and mine.department = ?)"""
        + ORDER).param(department));
  }

  String title(String id) {
    return jdbc.sql("select title from joint_inspection where id = ?").param(id).query(String.class).single();
  }

  Map<String, Instant> completedAt(Collection<String> ids) {
    Map<String, Instant> completed = new HashMap<>();
    jdbc.sql("select id, completed_at from joint_inspection where completed_at is not null and id = any(?)")
        .param(ids.toArray(String[]::new))
        .query((RowCallbackHandler) row -> completed.put(row.getString("id"), instant(row, "completed_at")));
    return completed;
  }

  boolean insert(NewJointInspection planned) {
    int rows = jdbc.sql("""
            insert into joint_inspection (id, plan_id, row_no, year, title, lead_department, window_opens,
              window_closes)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")
        .params(planned.id(), planned.planId(), planned.rowNo(), planned.year(), planned.title(),
            planned.leadDepartment(), planned.windowOpens(), planned.windowCloses())
        .update();
    if (rows == 0) {
      return false;
    }
    insertParticipation(planned.id(), planned.leadDepartment(), 0);
    for (int i = 0; i < planned.cooperating().size(); i++) {
      insertParticipation(planned.id(), planned.cooperating().get(i), i + 1);
    }
    return true;
  }

  private void insertParticipation(String id, String department, int position) {
    jdbc.sql("insert into participation (joint_inspection_id, department, role, position) values (?, ?, ?, ?)")
        .params(id, department, position == 0 ? "LEAD" : "COOPERATING", position)
        .update();
  }

  /** Those who stay keep their answers; position 0 is the lead department's. */
  void setCooperating(JointInspection read, List<String> cooperating) {
    for (Participation part : read.participations()) {
      if (!part.lead() && !cooperating.contains(part.department())) {
        jdbc.sql("delete from participation where joint_inspection_id = ? and department = ?")
            .params(read.id(), part.department()).update();
      }
    }
    for (int i = 0; i < cooperating.size(); i++) {
      int moved = jdbc.sql("""
              update participation set position = ?, version = version + 1
              where joint_inspection_id = ? and department = ?""")
          .params(i + 1, read.id(), cooperating.get(i)).update();
      if (moved == 0) {
        insertParticipation(read.id(), cooperating.get(i), i + 1);
      }
    }
  }

  RowUpdate update(JointInspection read) {
    return RowUpdate.of("joint_inspection", read.version()).key("id", read.id());
  }

  void setStatus(JointInspection read, JointInspectionStatus status) {
    save(update(read).set("status", status.name()));
  }

  /** Keeps the scheme and asks every department anew; the lead department agrees to its own. */
  void launch(JointInspection read, Scheme scheme, String by, OffsetDateTime at) {
    save(update(read)
        .set("status", JointInspectionStatus.COSIGNING.name())
        .set("scheme", scheme.text())
        .set("methods", scheme.methods().stream().map(Method::name).toArray(String[]::new))
        .set("planned", scheme.planned())
        .set("check_from", scheme.checkFrom())
        .set("check_until", scheme.checkUntil())
        .set("public_kind", scheme.publicKind())
        .set("public_source", scheme.publicSource())
        .set("slack", scheme.slack())
        .set("nature", scheme.nature().name())
        .set("nature_reason", scheme.natureReason())
        .set("launched_by", by)
        .set("launched_at", at));
    for (TeamDemand team : scheme.teams()) {
      Participation part = read.participation(team.department());
      save(update(read.id(), part)
          .set("team_count", team.count())
          .setJson("team_labels", labels(team.labels()))
          .set("cosign", (part.lead() ? Cosign.AGREED : Cosign.PENDING).name())
          .set("cosign_note", null)
          .set("cosigned_by", part.lead() ? by : null)
          .set("cosigned_at", part.lead() ? at : null));
    }
  }

  RowUpdate update(String id, Participation read) {
    return RowUpdate.of("participation", read.version())
        .key("joint_inspection_id", id).key("department", read.department());
  }

  void save(RowUpdate update) {
    update.run(jdbc);
  }

  private String labels(Map<String, Integer> labels) {
    try {
      return json.writeValueAsString(labels);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("labels cannot be written as JSON", e);
    }
  }

  private List<JointInspection> list(JdbcClient.StatementSpec query) {
    List<JointInspection> joints = new ArrayList<>();
    List<Participation> parts = new ArrayList<>();
    query.query((RowCallbackHandler) row -> {
      if (row.getString("department") != null) {
        parts.add(part(row));
      }
      if (parts.size() == row.getInt("part_count")) {
        joints.add(joint(row, List.copyOf(parts)));
        parts.clear();
      }
    });
    return joints;
  }

  private static JointInspection joint(ResultSet row, List<Participation> parts) throws SQLException {
    return new JointInspection(
        row.getString("id"),
        new JointInspection.PlanReference(row.getLong("plan_id"), row.getInt("row_no"), row.getInt("year")),
        row.getString("title"), row.getString("lead_department"),
        JointInspectionStatus.valueOf(row.getString("status")),
        new JointInspection.Window(
            row.getObject("window_opens", LocalDate.class), row.getObject("window_closes", LocalDate.class)),
        row.getString("launched_by") == null ? null : new JointInspection.Launch(
            scheme(row, parts), row.getString("launched_by"), instant(row, "launched_at")),
        row.getString("draw_id"),
        row.getString("completed_by") == null ? null : new JointInspection.Completion(
            row.getString("completed_by"), instant(row, "completed_at"), row.getString("completion_note")),
        row.getString("cancelled_by"), parts, row.getInt("version"));
  }

  private static Scheme scheme(ResultSet row, List<Participation> parts) throws SQLException {
    List<Method> methods =
        Arrays.stream((String[]) row.getArray("methods").getArray()).map(Method::valueOf).toList();
    List<TeamDemand> teams = parts.stream()
        .filter(Participation::takesPart)
        .map(part -> new TeamDemand(part.department(), part.teamCount(), part.teamLabels()))
        .toList();
    return new Scheme(row.getString("scheme"), methods, row.getObject("planned", Integer.class),
        row.getObject("check_from", LocalDate.class), row.getObject("check_until", LocalDate.class),
        row.getString("public_kind"), row.getString("public_source"), row.getInt("slack"), teams,
        TaskNature.valueOf(row.getString("nature")), row.getString("nature_reason"));
  }

  private Participation part(ResultSet row) throws SQLException {
    return new Participation(
        row.getString("department"), "LEAD".equals(row.getString("role")), row.getInt("team_count"),
        labels(row.getString("team_labels")), Cosign.valueOf(row.getString("cosign")), row.getString("cosign_note"),
        row.getString("cosigned_by"), instant(row, "cosigned_at"), Acceptance.valueOf(row.getString("acceptance")),
        row.getString("acceptance_note"), row.getString("accepted_by"), instant(row, "accepted_at"),
        row.getInt("part_version"));
  }

  private Map<String, Integer> labels(String text) {
    try {
      return json.readValue(text, LABELS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("participation.team_labels is not a map of numbers: " + text, e);
    }
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}

package cn.jointinspection.inspection;

import cn.jointinspection.draw.Draws;
import cn.jointinspection.platform.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The closed file of a joint inspection (资料存档、全过程留痕和可回溯, 三): a list of all it holds. It names the draw's freeze
 * and transcript, every check with its people, times and result, the SHA-256 of all evidence, and every step.
 */
@Service
public class Archive {

  private final JdbcClient jdbc;
  private final JointInspectionTable joints;
  private final ObjectInspectionTable objects;
  private final DepartmentCheckTable checks;
  private final DepartmentChecks reports;
  private final EvidenceStore evidence;
  private final Draws draws;
  private final Journal journal;
  private final ObjectMapper json;
  private final Clock clock;

  Archive(JdbcClient jdbc, JointInspectionTable joints, ObjectInspectionTable objects, DepartmentCheckTable checks,
      DepartmentChecks reports, EvidenceStore evidence, Draws draws, Journal journal, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.joints = joints;
    this.objects = objects;
    this.checks = checks;
    this.reports = reports;
    this.evidence = evidence;
    this.draws = draws;
    this.journal = journal;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Closes the file of a completed joint inspection; one that is closed already stays as it is.
   *
   * @throws cn.jointinspection.platform.RuleViolation WrongInspectionStatus if it is not completed
   */
  @Transactional
  public void keep(String jointInspectionId) {
    JointInspection joint = joints.lock(jointInspectionId);
    CommonRules.inState(joint.status() == JointInspectionStatus.COMPLETED, "联合抽查 " + joint.id() + " ",
        joint.status().text(), "归档");
    byte[] manifest = manifest(joint).getBytes(StandardCharsets.UTF_8);
    jdbc.sql("""
            insert into inspection_archive (joint_inspection_id, manifest, sha256, kept_at) values (?, ?, ?, ?)
            on conflict (joint_inspection_id) do nothing""")
        .params(jointInspectionId, manifest, Sha256.hex(manifest), OffsetDateTime.now(clock))
        .update();
  }

  /** The list as JSON Lines, UTF-8; empty while the file is not closed. */
  @Transactional(readOnly = true)
  public Optional<byte[]> manifest(String jointInspectionId) {
    return jdbc.sql("select manifest from inspection_archive where joint_inspection_id = ?")
        .param(jointInspectionId).query((row, n) -> row.getBytes("manifest")).optional();
  }

  private String manifest(JointInspection joint) {
    var lines = new StringBuilder();
    line(lines, "jointInspection", joint);
    if (joint.drawId() != null) {
      line(lines, "draw", draws.get(joint.drawId()));
    }
    for (ObjectInspection object : objects.of(joint.id())) {
      line(lines, "objectInspection", object);
      for (DepartmentCheck check : checks.ofObject(object.id())) {
        line(lines, "departmentCheck", check);
        line(lines, "report", reports.report(check.id()));
        evidence.ofCheck(check.id()).forEach(file -> line(lines, "evidence", file));
      }
    }
    List<JournalEntry> steps = journal.jointInspection(joint.id());
    steps.forEach(step -> line(lines, "journal", step));
    return lines.toString();
  }

  private void line(StringBuilder lines, String kind, Object content) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("kind", kind);
    line.put("content", content);
    try {
      lines.append(json.writeValueAsString(line)).append('\n');
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record cannot be written as JSON", e);
    }
  }
}

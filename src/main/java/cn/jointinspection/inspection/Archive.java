package cn.jointinspection.inspection;

import cn.jointinspection.draw.Draws;
import cn.jointinspection.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
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
  private final ArchiveTable table;
  private final Draws draws;
  private final Clock clock;

  Archive(JdbcClient jdbc, JointInspectionTable joints, ArchiveTable table, Draws draws, Clock clock) {
    this.jdbc = jdbc;
    this.joints = joints;
    this.table = table;
    this.draws = draws;
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

  /** What the closed file holds, whichever version of the program closed it; empty while it is not closed. */
  @Transactional(readOnly = true)
  public Optional<ClosedFile> read(String jointInspectionId) {
    return manifest(jointInspectionId).map(ClosedFile::read);
  }

  private String manifest(JointInspection joint) {
    var lines = new StringBuilder();
    lines.append(ArchiveTable.HEAD).append('\n');
    table.joint(joint.id(), line -> lines.append(line).append('\n'));
    if (joint.drawId() != null) {
      lines.append(ClosedFile.line(draws.get(joint.drawId()))).append('\n');
    }
    table.rest(joint.id(), line -> lines.append(line).append('\n'));
    return lines.toString();
  }
}

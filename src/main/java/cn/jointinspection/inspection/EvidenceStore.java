package cn.jointinspection.inspection;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Sha256;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files kept with a check (执法检查资料存档, 三): never changed, never deleted, recognised by their SHA-256. */
@Service
public class EvidenceStore {

  private static final String SELECT =
      "select id, check_id, file_name, media_type, size, sha256, uploaded_by, uploaded_at from evidence ";

  private final JdbcClient jdbc;
  private final DepartmentCheckTable checks;
  private final Journal journal;
  private final Clock clock;

  EvidenceStore(JdbcClient jdbc, DepartmentCheckTable checks, Journal journal, Clock clock) {
    this.jdbc = jdbc;
    this.checks = checks;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * A member of the team keeps a file with the check, until it is published.
   *
   * @param fileName as the browser names it; cleaned before it is kept
   * @param content 1 byte to 20 MB
   */
  @Transactional
  public Evidence add(long checkId, String fileName, byte[] content, Actor actor) {
    DepartmentCheck check = checks.get(checkId);
    CommonRules.inState(!Set.of(CheckStatus.PUBLISHED, CheckStatus.DROPPED).contains(check.status()), "这次检查",
        check.status().text(), "再保存证据");
    CheckRules.inTeam(check, actor);
    EvidenceRules.sizeFits(content);
    String name = EvidenceRules.cleanName(fileName);
    String type = EvidenceRules.harmlessType(content, name);
    UUID id = UUID.randomUUID();
    int added = jdbc.sql("""
            insert into evidence (id, check_id, file_name, media_type, size, sha256, content, uploaded_by, uploaded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (check_id, sha256) do nothing""")
        .params(id, checkId, name, type, content.length, Sha256.hex(content), content, actor.userId(),
            OffsetDateTime.now(clock))
        .update();
    EvidenceRules.isNew(added == 1, name);
    journal.ofCheck(actor, check, "保存证据", name);
    return get(id);
  }

  /** The oldest first. */
  @Transactional(readOnly = true)
  public List<Evidence> ofCheck(long checkId) {
    return jdbc.sql(SELECT + "where check_id = ? order by uploaded_at, id").param(checkId).query(Evidence.class).list();
  }

  /** Kept with any department's check of the object, the lead department's first, then the oldest first. */
  @Transactional(readOnly = true)
  public List<Evidence> ofObject(String objectInspectionId) {
    return jdbc.sql(SELECT + """
            where check_id in (select id from department_check where object_inspection_id = ?)
            order by check_id, uploaded_at, id""")
        .param(objectInspectionId).query(Evidence.class).list();
  }

  /** @throws cn.jointinspection.platform.RuleViolation UnknownInspection if there is none with this id */
  @Transactional(readOnly = true)
  public Evidence get(UUID id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(Evidence.class).optional()
        .orElseThrow(() -> new CommonRules.UnknownInspection("证据", id));
  }

  /** The bytes as uploaded. */
  @Transactional(readOnly = true)
  public byte[] content(UUID id) {
    return jdbc.sql("select content from evidence where id = ?").param(id)
        .query((row, n) -> row.getBytes("content")).optional()
        .orElseThrow(() -> new CommonRules.UnknownInspection("证据", id));
  }
}

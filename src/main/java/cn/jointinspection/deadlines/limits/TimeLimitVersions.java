package cn.jointinspection.deadlines.limits;

import cn.jointinspection.platform.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code time_limit_version} and {@code time_limit_draft}. */
@Repository
public class TimeLimitVersions {

  /** Serialises those who put a draft in force; any number that nobody else uses. */
  private static final long LOCK = 151_000_001L;

  private final JdbcClient jdbc;
  private final Clock clock;

  TimeLimitVersions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @param by name of who deployed it */
  public record Version(String definitionId, int version, Instant at, String by, String reason) {}

  record Draft(long id, String baseDefinitionId, byte[] content, boolean deployed) {}

  /** @param userId null for the program itself */
  void insert(String definitionId, int version, String userId, String userName, String reason) {
    jdbc.sql("""
            insert into time_limit_version (definition_id, version, deployed_at, deployed_by, deployed_by_name, reason)
            values (?, ?, ?, ?, ?, ?)""")
        .params(definitionId, version, now(), userId, userName, reason)
        .update();
  }

  /** Newest first. @param page counted from 1 */
  public Page<Version> page(int page, int size) {
    return new Page<>(
        jdbc.sql("select * from time_limit_version order by version desc, deployed_at desc offset ? limit ?")
            .params(Page.offset(page, size), size).query(TimeLimitVersions::version).list(),
        page, size, jdbc.sql("select count(*) from time_limit_version").query(Long.class).single());
  }

  /** Empty for a definition that was deployed before versions were kept. */
  public Optional<Version> find(String definitionId) {
    return jdbc.sql("select * from time_limit_version where definition_id = ?").param(definitionId)
        .query(TimeLimitVersions::version).optional();
  }

  private static Version version(ResultSet row, int n) throws SQLException {
    return new Version(row.getString("definition_id"), row.getInt("version"),
        row.getTimestamp("deployed_at").toInstant(), row.getString("deployed_by_name"), row.getString("reason"));
  }

  long insertDraft(String baseDefinitionId, byte[] content, String userId, String userName) {
    return jdbc.sql("""
            insert into time_limit_draft (base_definition_id, content, made_at, made_by, made_by_name)
            values (?, ?, ?, ?, ?) returning id""")
        .params(baseDefinitionId, content, now(), userId, userName)
        .query(Long.class)
        .single();
  }

  Optional<Draft> draft(long id) {
    return jdbc.sql("select * from time_limit_draft where id = ?")
        .param(id)
        .query((row, n) -> new Draft(row.getLong("id"), row.getString("base_definition_id"), row.getBytes("content"),
            row.getTimestamp("deployed_at") != null))
        .optional();
  }

  void markDeployed(long draft) {
    jdbc.sql("update time_limit_draft set deployed_at = ? where id = ?").params(now(), draft).update();
  }

  /** Until the end of the transaction nobody else puts a draft in force. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row, n) -> true).single();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}

package cn.jointinspection.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes requests for substitution. */
@Component
class SubstitutionRequestTable {

  private static final String SELECT = """
      select id, object_inspection_id, reason, note, evidence_id, status, requested_by, requested_at, approved_by,
        approved_body, approved_at, countersigned_by, countersigned_body, countersigned_at, decision_note, version
      from substitution_request
      """;

  private final JdbcClient jdbc;

  SubstitutionRequestTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  SubstitutionRequest get(long id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query((row, n) -> request(row)).optional()
        .orElseThrow(() -> new CommonRules.UnknownInspection("补抽申请", id));
  }

  Optional<SubstitutionRequest> newest(String objectInspectionId) {
    return jdbc.sql(SELECT + "where object_inspection_id = ? order by id desc limit 1")
        .param(objectInspectionId).query((row, n) -> request(row)).optional();
  }

  long insert(String objectInspectionId, SubstitutionReason reason, String note, UUID evidenceId, String by,
      OffsetDateTime at) {
    return jdbc.sql("""
            insert into substitution_request (object_inspection_id, reason, note, evidence_id, requested_by,
              requested_at)
            values (?, ?, ?, ?, ?, ?) returning id""")
        .params(objectInspectionId, reason.name(), note, evidenceId, by, at).query(Long.class).single();
  }

  RowUpdate update(SubstitutionRequest read) {
    return RowUpdate.of("substitution_request", read.version()).key("id", read.id());
  }

  void save(RowUpdate update) {
    update.run(jdbc);
  }

  private static SubstitutionRequest request(ResultSet row) throws SQLException {
    return new SubstitutionRequest(row.getLong("id"), row.getString("object_inspection_id"),
        SubstitutionReason.valueOf(row.getString("reason")), row.getString("note"),
        row.getObject("evidence_id", UUID.class), row.getString("status"), row.getString("requested_by"),
        JointInspectionTable.instant(row, "requested_at"), signature(row, "approved"), signature(row, "countersigned"),
        row.getString("decision_note"), row.getInt("version"));
  }

  /** Null where nobody has signed. */
  private static SubstitutionRequest.Signature signature(ResultSet row, String step) throws SQLException {
    String by = row.getString(step + "_by");
    return by == null ? null : new SubstitutionRequest.Signature(
        by, row.getString(step + "_body"), JointInspectionTable.instant(row, step + "_at"));
  }
}

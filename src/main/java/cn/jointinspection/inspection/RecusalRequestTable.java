package cn.jointinspection.inspection;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes requests for recusal. */
@Component
class RecusalRequestTable {

  private static final String SELECT = """
      select id, check_id, inspector, reason, note, status, requested_by, requested_at, decided_by, decided_at,
        decision_note, version from recusal_request
      """;

  private final JdbcClient jdbc;

  RecusalRequestTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RecusalRequest get(long id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(RecusalRequest.class).optional()
        .orElseThrow(() -> new CommonRules.UnknownInspection("回避申请", id));
  }

  /** Requests not yet decided, the oldest first. */
  List<RecusalRequest> open(long checkId) {
    return jdbc.sql(SELECT + "where check_id = ? and status = 'REQUESTED' order by id")
        .param(checkId).query(RecusalRequest.class).list();
  }

  long insert(long checkId, String inspector, String reason, String note, String by, OffsetDateTime at) {
    return jdbc.sql("""
            insert into recusal_request (check_id, inspector, reason, note, requested_by, requested_at)
            values (?, ?, ?, ?, ?, ?) returning id""")
        .params(checkId, inspector, reason, note, by, at).query(Long.class).single();
  }

  RowUpdate update(RecusalRequest read) {
    return RowUpdate.of("recusal_request", read.version()).key("id", read.id());
  }

  void save(RowUpdate update) {
    update.run(jdbc);
  }
}

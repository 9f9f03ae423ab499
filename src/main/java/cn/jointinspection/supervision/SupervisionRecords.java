package cn.jointinspection.supervision;

import cn.jointinspection.platform.Sha256;
import cn.jointinspection.supervision.SupervisionRefused.RecordIsKeptWithTheDecision;
import cn.jointinspection.supervision.SupervisionRefused.UnknownSupervisionOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The full record of each decided order, kept as it was when it was decided (尽职照单免责、失职照单问责, 六). */
@Service
public class SupervisionRecords {

  private final JdbcClient jdbc;
  private final Supervision supervision;
  private final Clock clock;

  SupervisionRecords(JdbcClient jdbc, Supervision supervision, Clock clock) {
    this.jdbc = jdbc;
    this.supervision = supervision;
    this.clock = clock;
  }

  /**
   * Keeps the record on which an order has just been decided; it never changes again.
   *
   * @param record JSON text
   * @throws UnknownSupervisionOrder if there is none
   * @throws RecordIsKeptWithTheDecision if the order is undecided, or has its record already
   */
  @Transactional
  public void keep(long id, String record) {
    if (supervision.get(id).closedAt() == null || !insert(id, record)) {
      throw new RecordIsKeptWithTheDecision(id);
    }
  }

  /** The record as JSON text; empty for an undecided order, and for one decided before records were kept. */
  @Transactional(readOnly = true)
  public Optional<String> of(long id) {
    return jdbc.sql("select coalesce(written, record::text) from supervision_record where order_id = ?")
        .param(id)
        .query(String.class)
        .optional();
  }

  private boolean insert(long id, String record) {
    return jdbc.sql("""
            insert into supervision_record (order_id, written, sha256, kept_at) values (:id, :written, :sha256, :now)
            on conflict do nothing""")
        .param("id", id)
        .param("written", record)
        .param("sha256", Sha256.hex(record.getBytes(StandardCharsets.UTF_8)))
        .param("now", Timestamp.from(clock.instant()))
        .update() == 1;
  }
}

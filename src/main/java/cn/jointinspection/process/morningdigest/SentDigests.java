package cn.jointinspection.process.morningdigest;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who had his digest on which day. Each step is committed at once, apart from the engine's job: a person gets at most one
 * mail a day, also when the job is repeated or two nodes run it.
 */
@Repository
class SentDigests {

  private final JdbcClient jdbc;
  private final Clock clock;

  SentDigests(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether the caller is the one to send it. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public boolean claim(String user, LocalDate day) {
    return jdbc.sql("insert into digest_sent (user_id, day, claimed_at) values (?, ?, ?) on conflict do nothing")
        .params(user, day, clock.instant().atOffset(ZoneOffset.UTC)).update() == 1;
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void sent(String user, LocalDate day) {
    jdbc.sql("update digest_sent set sent_at = ? where user_id = ? and day = ?")
        .params(clock.instant().atOffset(ZoneOffset.UTC), user, day).update();
  }

  /** The address is no good: not tried again that day. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void refused(String user, LocalDate day, String reason) {
    jdbc.sql("update digest_sent set refusal = ? where user_id = ? and day = ?").params(reason, user, day).update();
  }

  /** The server took nothing: to be tried again. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void release(String user, LocalDate day) {
    jdbc.sql("delete from digest_sent where user_id = ? and day = ? and sent_at is null").params(user, day).update();
  }
}

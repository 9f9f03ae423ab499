package cn.jointinspection.rehearsal;

import cn.jointinspection.platform.Zone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The clock of a rehearsal: starts the day after the 2024 plan was issued, runs on from there and can be moved forward. A
 * plugin of the engine, so that it is set before the engine looks at the time.
 */
@Component
@Profile("rehearsal")
@Order(Ordered.HIGHEST_PRECEDENCE)
class RehearsalClock extends AbstractProcessEnginePlugin {

  static final Instant FIRST_MORNING = LocalDateTime.of(2024, 3, 20, 9, 0).atZone(Zone.SHANGHAI).toInstant();

  private static final Clock MACHINE = Clock.systemUTC();

  private final JdbcClient jdbc;

  RehearsalClock(JdbcClient jdbc) {
    this.jdbc = jdbc;
    long firstOffset = Duration.between(MACHINE.instant(), FIRST_MORNING).toMillis();
    jdbc.sql("insert into rehearsal_clock (offset_millis) values (?) on conflict do nothing").param(firstOffset).update();
    ClockUtil.offset(jdbc.sql("select offset_millis from rehearsal_clock").query(Long.class).single());
  }

  /**
   * Puts the clock of engine and application on this moment, from which it runs on; a moment that has passed leaves it
   * where it is. Stored before it is set: after a crash in between time is ahead, never back.
   */
  void moveTo(Instant moment) {
    long offset = Duration.between(MACHINE.instant(), moment).toMillis();
    long stored = jdbc.sql("""
            update rehearsal_clock set offset_millis = greatest(offset_millis, ?) returning offset_millis""")
        .param(offset).query(Long.class).single();
    ClockUtil.offset(stored);
  }
}

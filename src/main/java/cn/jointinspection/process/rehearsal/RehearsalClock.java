package cn.jointinspection.process.rehearsal;

import cn.jointinspection.Application;
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
 * The clock of a rehearsal: starts the day after the 2024 plan was issued and runs on from there. A plugin of the engine, so
 * that it is set before the engine looks at the time.
 */
@Component
@Profile("rehearsal")
@Order(Ordered.HIGHEST_PRECEDENCE)
class RehearsalClock extends AbstractProcessEnginePlugin {

  private static final Instant FIRST_MORNING =
      LocalDateTime.of(2024, 3, 20, 9, 0).atZone(Application.ZONE).toInstant();

  RehearsalClock(JdbcClient jdbc) {
    long firstOffset = Duration.between(Clock.systemUTC().instant(), FIRST_MORNING).toMillis();
    jdbc.sql("insert into rehearsal_clock (offset_millis) values (?) on conflict do nothing").param(firstOffset).update();
    ClockUtil.offset(jdbc.sql("select offset_millis from rehearsal_clock").query(Long.class).single());
  }
}

package cn.jointinspection.engine;

import cn.jointinspection.platform.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** The engine's clock as the application's, so that both move together when a rehearsal moves time. */
@Component
class EngineClock extends Clock {

  private final ZoneId zone;

  EngineClock() {
    this(Zone.SHANGHAI);
  }

  private EngineClock(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new EngineClock(other);
  }

  @Override
  public Instant instant() {
    return ClockUtil.getCurrentTime().toInstant();
  }
}

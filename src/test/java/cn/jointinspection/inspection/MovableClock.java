package cn.jointinspection.inspection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A clock that stands at nine o'clock of the day that a test names. */
final class MovableClock extends Clock implements Scene.Calendar {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private volatile LocalDate today = LocalDate.of(2024, 3, 20);

  @Override
  public void today(LocalDate day) {
    today = day;
  }

  @Override
  public ZoneId getZone() {
    return ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }

  @Override
  public Instant instant() {
    return today.atTime(9, 0).atZone(ZONE).toInstant();
  }
}

package cn.jointinspection.engine;

import java.time.Clock;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the web apps what time it is here; no secret, so also before login. */
@RestController
class ClockController {

  private final Clock clock;
  private final boolean rehearsal;

  ClockController(Clock clock, Environment environment) {
    this.clock = clock;
    this.rehearsal = environment.matchesProfiles("rehearsal");
  }

  /** @param rehearsal whether the pages are to say 演练 */
  record Now(long epochMillis, boolean rehearsal) {}

  @GetMapping("/camunda/api/staff/clock")
  Now now() {
    return new Now(clock.millis(), rehearsal);
  }
}

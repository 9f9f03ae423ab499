package cn.jointinspection.process;

import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the web apps what time it is here; no secret, so also before login. */
@RestController
class ClockController {

  private final Clock clock;

  ClockController(Clock clock) {
    this.clock = clock;
  }

  record Now(long epochMillis) {}

  @GetMapping("/camunda/api/work/clock")
  Now now() {
    return new Now(clock.millis());
  }
}

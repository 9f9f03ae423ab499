package cn.jointinspection.rehearsal;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.rehearsal.RehearsalRefused.TimeMoveRefused;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page of the rehearsal's clock sends and asks. */
@RestController
@RequestMapping(RehearsalClockPage.PATH)
@Profile("rehearsal")
class RehearsalClockController {

  private final Actors actors;
  private final Clock clock;
  private final TimeTravel travel;

  RehearsalClockController(Actors actors, Clock clock, TimeTravel travel) {
    this.actors = actors;
    this.clock = clock;
    this.travel = travel;
  }

  /** Where to. */
  enum Target {
    DAY, NEXT_WORKING_DAY, NEXT_DEADLINE
  }

  /** @param day needed for {@link Target#DAY}, otherwise null */
  record Move(Target to, LocalDate day) {}

  /**
   * @param now local time, Asia/Shanghai
   * @param goingTo null when time just runs
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Progress(LocalDateTime now, LocalDateTime goingTo) {}

  @PostMapping
  Progress move(@RequestBody Move move) {
    if (move.to() == null || (move.to() == Target.DAY && move.day() == null)) {
      throw TimeMoveRefused.nowhere();
    }
    switch (move.to()) {
      case DAY -> travel.toDay(move.day(), actors.current());
      case NEXT_WORKING_DAY -> travel.toNextWorkingDay(actors.current());
      case NEXT_DEADLINE -> travel.toNextDeadline(actors.current());
    }
    return progress();
  }

  @GetMapping("/progress")
  Progress progress() {
    travel.officeOnly(actors.current());
    return new Progress(LocalDateTime.now(clock),
        travel.goingTo() == null ? null : LocalDateTime.ofInstant(travel.goingTo(), clock.getZone()));
  }
}

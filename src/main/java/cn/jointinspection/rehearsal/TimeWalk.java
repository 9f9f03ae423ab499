package cn.jointinspection.rehearsal;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Walks through time from timer to timer, so that each fires on its own day: what a reminder or an escalation computes from
 * "today" is then what it would have computed, had the days gone by.
 */
@Component
@Profile("rehearsal")
public class TimeWalk {

  private final RehearsalClock clock;
  private final ManagementService management;
  private final EngineWork work;

  TimeWalk(RehearsalClock clock, ManagementService management, EngineWork work) {
    this.clock = clock;
    this.management = management;
    this.work = work;
  }

  /**
   * Walks on; runs unrestricted, so the caller has checked who may.
   *
   * @param target where to stop
   * @param due receives the timers that fall due, in the order of their dates
   */
  public void to(Instant target, Consumer<List<Job>> due) {
    work.settle();
    for (Date next = nextTimer(target); next != null; next = nextTimer(target)) {
      List<Job> falling = timers().duedateHigherThan(ClockUtil.getCurrentTime()).duedateLowerThan(after(next)).list();
      clock.moveTo(next.toInstant());
      due.accept(falling);
      work.settle();
    }
    clock.moveTo(target);
    work.settle();
  }

  private Date nextTimer(Instant target) {
    List<Job> next = timers().duedateHigherThan(ClockUtil.getCurrentTime()).duedateLowerThan(after(Date.from(target)))
        .orderByJobDuedate().asc().listPage(0, 1);
    return next.isEmpty() ? null : next.get(0).getDuedate();
  }

  private JobQuery timers() {
    return management.createJobQuery().timers().active().withRetriesLeft();
  }

  /** The engine compares strictly. */
  private static Date after(Date moment) {
    return new Date(moment.getTime() + 1);
  }
}

package cn.jointinspection.staff.holidays;

import cn.jointinspection.calendar.HolidayChange;
import cn.jointinspection.calendar.HolidayUploads;
import cn.jointinspection.engine.Actors;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.process.holidaytable.HolidayTableProcess;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a table does to the processes when it takes effect. */
@Service
public class HolidayEffect {

  private static final int RETRIES = 3;
  /** At most so many at once; the rest is left to Cockpit. */
  private static final int MOST_JOBS = 1000;

  private final HolidayUploads uploads;
  private final Actors actors;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final TaskService tasks;
  private final Clock clock;

  HolidayEffect(HolidayUploads uploads, Actors actors, @Lazy RuntimeService runtime, @Lazy ManagementService management,
      @Lazy TaskService tasks, Clock clock) {
    this.uploads = uploads;
    this.actors = actors;
    this.runtime = runtime;
    this.management = management;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** The table takes effect, the request for it is done, and steps that failed for want of it are tried again. */
  @Transactional
  public int takeEffect(long id, Actor by) {
    int year = uploads.takeEffect(id, by);
    actors.unrestricted(() -> {
      runtime.createMessageCorrelation(HolidayTableProcess.MESSAGE_HOLIDAY_TABLE_ADDED)
          .processInstanceBusinessKey(HolidayTableProcess.businessKey(year)).correlateAll();
      failedForWantOf(year).forEach(job -> management.setJobRetries(job.getId(), RETRIES));
      return null;
    });
    return year;
  }

  /** Open tasks whose deadline lies on or after the first day that counts otherwise, so may have been counted with it. */
  public long deadlinesConcerned(List<HolidayChange> changes) {
    return changes.stream().filter(HolidayChange::changesTheCount).map(HolidayChange::date).findFirst()
        .map(first -> actors.unrestricted(() -> tasks.createTaskQuery().active().dueAfter(dayBefore(first)).count()))
        .orElse(0L);
  }

  private List<Job> failedForWantOf(int year) {
    return management.createJobQuery().noRetriesLeft().withException().listPage(0, MOST_JOBS).stream()
        .filter(job -> job.getExceptionMessage() != null
            && job.getExceptionMessage().contains("系统中没有" + year + "年的节假日安排"))
        .toList();
  }

  private Date dayBefore(LocalDate day) {
    return Date.from(day.atStartOfDay(clock.getZone()).minusSeconds(1).toInstant());
  }
}

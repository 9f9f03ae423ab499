package cn.jointinspection.process.holidaytable;

import cn.jointinspection.calendar.HolidayUploads;
import cn.jointinspection.calendar.WorkingDays;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notices that a table is missing. The model's timer does so on 1 December; a system that is first started later, or slept
 * through that day, notices at its start.
 */
@Component
class MissingHolidayTables {

  private final WorkingDays workingDays;
  private final HolidayUploads uploads;
  private final Clock clock;
  private final RuntimeService runtime;

  MissingHolidayTables(WorkingDays workingDays, HolidayUploads uploads, Clock clock, @Lazy RuntimeService runtime) {
    this.workingDays = workingDays;
    this.uploads = uploads;
    this.clock = clock;
    this.runtime = runtime;
  }

  @EventListener(ApplicationReadyEvent.class)
  void askAtTheStart() {
    if (year().isPresent()) {
      runtime.startProcessInstanceByMessage(HolidayTableProcess.MESSAGE_HOLIDAY_TABLE_WANTED);
    }
  }

  /** The year to ask for, if nobody has asked for it yet. */
  Optional<Integer> claim() {
    return year().filter(uploads::claimRequest);
  }

  private Optional<Integer> year() {
    return workingDays.missingYear(LocalDate.now(clock));
  }
}

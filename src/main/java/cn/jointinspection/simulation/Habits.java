package cn.jointinspection.simulation;

import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.objectinspection.ObjectInspectionProcess;
import cn.jointinspection.process.publicdraw.PublicDrawProcess;
import cn.jointinspection.process.yearclosing.YearClosingProcess;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** When people do what they have to do: most in time, some at the last moment, a few late, very few not at all. */
@Component
@Profile("simulation")
class Habits {

  private static final int LATE_PER_MILLE = 30;
  private static final int LATEST_WORKING_DAYS = 8;
  private static final int NO_NONCE_PER_MILLE = 30;
  /** Where a step has no limit. */
  private static final int PATIENCE_WORKING_DAYS = 5;

  private final WorkingDays workingDays;

  Habits(WorkingDays workingDays) {
    this.workingDays = workingDays;
  }

  /** The working day on which the person does it; empty if never. The year's end is watched until it comes of itself. */
  Optional<LocalDate> day(Errand errand, Supplier<JsonNode> view, long seed) {
    if (errand.task().equals(YearClosingProcess.USER_TASK_WATCH_YEAR_END)) {
      return Optional.empty();
    }
    Chance chance = Chance.of(seed, "day|" + errand.key());
    if (errand.task().equals(PublicDrawProcess.USER_TASK_CONTRIBUTE_NONCE) && chance.perMille(NO_NONCE_PER_MILLE)) {
      return Optional.empty();
    }
    LocalDate due = errand.due() == null ? workingDays.after(errand.since(), PATIENCE_WORKING_DAYS) : errand.due();
    if (chance.perMille(LATE_PER_MILLE) && !due.isBefore(errand.since())) {
      return Optional.of(workingDays.after(due, 1 + chance.below(LATEST_WORKING_DAYS)));
    }
    return Optional.of(switch (errand.task()) {
      case JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION -> between(errand.since(), due, 90, chance);
      case ObjectInspectionProcess.USER_TASK_GIVE_NOTICE -> between(errand.since(), due, 60, chance);
      case ObjectInspectionProcess.USER_TASK_RECORD_CHECK -> visit(errand, view.get());
      default -> between(errand.since(), due, 80, chance);
    });
  }

  /** All departments come on the day that the notice names. */
  private LocalDate visit(Errand errand, JsonNode view) {
    LocalDate visitOn = LocalDate.parse(view.get("object").get("visitOn").asText());
    return notBefore(visitOn, errand.since());
  }

  private LocalDate between(LocalDate since, LocalDate due, int percent, Chance chance) {
    int days = workingDaysBetween(since, due) * percent / 100;
    return workingDay(workingDays.after(since, chance.below(days + 1)));
  }

  /** The day, or the next working day where it is none. */
  LocalDate workingDay(LocalDate day) {
    return workingDays.isWorkingDay(day) ? day : workingDays.after(day, 1);
  }

  LocalDate nextWorkingDay(LocalDate day) {
    return workingDays.after(day, 1);
  }

  private int workingDaysBetween(LocalDate from, LocalDate until) {
    int days = 0;
    for (LocalDate day = from.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
      if (workingDays.isWorkingDay(day)) {
        days++;
      }
    }
    return days;
  }

  private LocalDate notBefore(LocalDate day, LocalDate earliest) {
    return workingDay(day.isBefore(earliest) ? earliest : day);
  }
}

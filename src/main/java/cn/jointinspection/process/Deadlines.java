package cn.jointinspection.process;

import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.ObjectInspections;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Dates for the models' timers and due dates. A step is due at the last second of its last day, Asia/Shanghai; its
 * reminder comes at nine in the morning.
 */
@Component("deadlines")
public class Deadlines {

  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  /** Whoever comes late into a window still gets this many working days, as long as the window is open. */
  private static final int AT_LEAST = 5;

  private final TimeLimits limits;
  private final WorkingDays workingDays;
  private final JointInspections jointInspections;
  private final ObjectInspections objectInspections;
  private final Clock clock;

  Deadlines(TimeLimits limits, WorkingDays workingDays, JointInspections jointInspections,
      ObjectInspections objectInspections, Clock clock) {
    this.limits = limits;
    this.workingDays = workingDays;
    this.jointInspections = jointInspections;
    this.objectInspections = objectInspections;
    this.clock = clock;
  }

  /** First moment of the plan item's window. */
  public Date windowOpens(DelegateExecution execution) {
    return at(jointInspection(execution).windowOpens(), LocalTime.MIN);
  }

  /** Last moment for the step. */
  public Date due(DelegateExecution execution, String step) {
    return at(lastDay(execution, limits.of(step)), END_OF_DAY);
  }

  /** When whoever owes the step is reminded; may lie in the past, then the timer fires at once. */
  public Date reminder(DelegateExecution execution, String step) {
    TimeLimits.Limit limit = limits.of(step);
    LocalDate lastDay = lastDay(execution, limit);
    return at(limit.base() == TimeLimits.Base.CALENDAR_DAYS ? lastDay.minusDays(limit.remindBefore())
        : workingDays.before(lastDay, limit.remindBefore()), MORNING);
  }

  private LocalDate lastDay(DelegateExecution execution, TimeLimits.Limit limit) {
    return switch (limit.base()) {
      case NOW -> workingDays.after(today(), limit.days());
      case CALENDAR_DAYS -> today().plusDays(limit.days());
      case WINDOW_END -> withinWindow(jointInspection(execution).windowCloses(), limit.days());
      case CHECK_END -> workingDays.before(jointInspection(execution).scheme().checkUntil(), limit.days());
      case PUBLICATION -> workingDays.before(publicationDeadline(execution), limit.days());
    };
  }

  private LocalDate withinWindow(LocalDate windowCloses, int daysBefore) {
    LocalDate wanted = workingDays.before(windowCloses, daysBefore);
    LocalDate least = workingDays.after(today(), AT_LEAST);
    LocalDate day = wanted.isBefore(least) ? least : wanted;
    return day.isAfter(windowCloses) ? windowCloses : day;
  }

  private LocalDate publicationDeadline(DelegateExecution execution) {
    return objectInspections.get(MissingVariable.require(execution, "objectInspectionId")).publicationDeadline();
  }

  private JointInspection jointInspection(DelegateExecution execution) {
    return jointInspections.get(MissingVariable.require(execution, "jointInspectionId"));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private Date at(LocalDate day, LocalTime time) {
    return Date.from(day.atTime(time).atZone(clock.getZone()).toInstant());
  }
}

package cn.jointinspection.deadlines;

import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.engine.MissingVariable;
import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.ObjectInspections;
import cn.jointinspection.platform.PerTransaction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.Date;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Dates for the models' timers, due dates and follow-up dates. A step is due at the last second of its last day,
 * Asia/Shanghai; its reminder comes in the morning of its day.
 */
@Component(Deadlines.DEADLINES)
public class Deadlines {

  static final String DEADLINES = "deadlines";

  private static final String JOINT_INSPECTION_ID = "jointInspectionId";
  private static final String YEAR = "year";
  private static final String OBJECT_INSPECTION_ID = "objectInspectionId";
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  /** Whoever comes late into a window still gets this many working days, as long as the window is open. */
  private static final int AT_LEAST = 5;

  private final TimeLimits limits;
  private final WorkingDays workingDays;
  private final JointInspections jointInspections;
  private final ObjectInspections objectInspections;
  private final Clock clock;
  private final PerTransaction<Wait, Dates> beginning = new PerTransaction<>();

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
    return at(jointInspection(execution::getVariable).window().opens(), LocalTime.MIN);
  }

  /** Last moment for the step. */
  public Date due(DelegateExecution execution, String step) {
    return beginning(execution, step).due();
  }

  /** When whoever owes the step is reminded; may lie in the past, then the next morning's round does it. */
  public Date reminder(DelegateExecution execution, String step) {
    return beginning(execution, step).reminder();
  }

  /** A wait that begins asks for its dates one by one: for its task, its follow-up and its two timers. */
  private Dates beginning(DelegateExecution execution, String step) {
    var wait = new Wait(step, execution.getVariable(JOINT_INSPECTION_ID), execution.getVariable(OBJECT_INSPECTION_ID),
        execution.getVariable(YEAR));
    return beginning.get(wait, () -> of(step, clock.instant(), execution::getVariable));
  }

  /** All that the dates of a step are counted from; null where the process has none such. */
  private record Wait(String step, Object jointInspectionId, Object objectInspectionId, Object year) {}

  /**
   * The dates of a wait by the table now in force, also of one that began long ago.
   *
   * @param begun when the step began; a limit in working days counts from that day
   * @param variables reads a process variable visible to the step
   */
  public Dates of(String step, Instant begun, Function<String, Object> variables) {
    TimeLimits.Limit limit = limits.of(step);
    LocalDate lastDay = lastDay(limit, LocalDate.ofInstant(begun, clock.getZone()), variables);
    return at(lastDay, limit);
  }

  /**
   * The latest last day of a step of which it is time to remind on this day: steps that end later come later. Within the
   * years that have a holiday table; nothing is due in others.
   */
  public LocalDate remindedOn(String step, LocalDate today) {
    LocalDate last = today;
    LocalDate next = today.plusDays(1);
    while (workingDays.knows(next.getYear()) && !day(endingOn(step, next).reminder()).isAfter(today)) {
      last = next;
      next = next.plusDays(1);
    }
    return last;
  }

  /** The dates of a step whose last day is this one. */
  public Dates endingOn(String step, LocalDate lastDay) {
    return at(lastDay, limits.of(step));
  }

  /**
   * @param due last moment of the step
   * @param reminder when whoever owes it is reminded
   */
  public record Dates(Date due, Date reminder) {}

  private Dates at(LocalDate lastDay, TimeLimits.Limit limit) {
    LocalDate reminded = limit.base() == TimeLimits.Base.CALENDAR_DAYS ? lastDay.minusDays(limit.remindBefore())
        : workingDays.before(lastDay, limit.remindBefore());
    return new Dates(at(lastDay, END_OF_DAY), at(reminded, MORNING));
  }

  private LocalDate lastDay(TimeLimits.Limit limit, LocalDate begun, Function<String, Object> variables) {
    return switch (limit.base()) {
      case NOW -> workingDays.after(begun, limit.days());
      case CALENDAR_DAYS -> begun.plusDays(limit.days());
      case WINDOW_END -> withinWindow(jointInspection(variables).window().closes(), limit.days(), begun);
      case CHECK_END -> workingDays.before(jointInspection(variables).scheme().checkUntil(), limit.days());
      case PUBLICATION -> workingDays.before(publicationDeadline(variables), limit.days());
      case YEAR_END -> workingDays.before(yearEnd(variables, begun), limit.days());
    };
  }

  private LocalDate withinWindow(LocalDate windowCloses, int daysBefore, LocalDate begun) {
    LocalDate wanted = workingDays.before(windowCloses, daysBefore);
    LocalDate least = workingDays.after(begun, AT_LEAST);
    LocalDate day = wanted.isBefore(least) ? least : wanted;
    return day.isAfter(windowCloses) ? windowCloses : day;
  }

  private LocalDate publicationDeadline(Function<String, Object> variables) {
    return objectInspections.get(require(variables, OBJECT_INSPECTION_ID)).jointCheck().publicationDeadline();
  }

  /**
   * 20 December of the plan year (五): of the joint inspection, or the year that the process is about; where the work belongs
   * to no plan, of the year in which it began.
   */
  private LocalDate yearEnd(Function<String, Object> variables, LocalDate begun) {
    Object year = variables.apply(YEAR);
    int planYear = year != null ? Integer.parseInt(year.toString())
        : variables.apply(JOINT_INSPECTION_ID) == null ? begun.getYear() : jointInspection(variables).plan().year();
    return LocalDate.of(planYear, Month.DECEMBER, 20);
  }

  private JointInspection jointInspection(Function<String, Object> variables) {
    return jointInspections.get(require(variables, JOINT_INSPECTION_ID));
  }

  private static String require(Function<String, Object> variables, String name) {
    return MissingVariable.require(variables.apply(name), name, DEADLINES);
  }

  private LocalDate day(Date moment) {
    return LocalDate.ofInstant(moment.toInstant(), clock.getZone());
  }

  private Date at(LocalDate day, LocalTime time) {
    return Date.from(day.atTime(time).atZone(clock.getZone()).toInstant());
  }
}

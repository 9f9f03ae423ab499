package cn.jointinspection.simulation;

import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.rehearsal.EngineWork;
import cn.jointinspection.rehearsal.TimeWalk;
import cn.jointinspection.supervision.YearFigures;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lives through a year, day by day: time passes, timers fire, people work. */
@Component
@Profile("simulation")
class SimulatedYear {

  private static final LocalTime PEOPLE_WORK = LocalTime.of(10, 0);

  private final TimeWalk walk;
  private final EngineWork work;
  private final People people;
  private final Renewals renewals;
  private final WorkingDays workingDays;
  private final YearFigures figures;
  private final RuntimeService runtime;
  private final Clock clock;

  SimulatedYear(TimeWalk walk, EngineWork work, People people, Renewals renewals,
      WorkingDays workingDays, YearFigures figures, RuntimeService runtime, Clock clock) {
    this.walk = walk;
    this.work = work;
    this.people = people;
    this.renewals = renewals;
    this.workingDays = workingDays;
    this.figures = figures;
    this.runtime = runtime;
    this.clock = clock;
  }

  /** How far the whole county was at the end of a day. */
  record Point(LocalDate day, YearFigures.DepartmentYear total) {}

  /**
   * From where the rehearsal's clock stands until a day, or until the year's work is done.
   *
   * @param progress is told of each day that has passed
   */
  List<Point> live(int year, long seed, LocalDate until, Consumer<LocalDate> progress) {
    List<Point> curve = new ArrayList<>();
    LocalDate day = LocalDate.now(clock);
    while (!day.isAfter(until) && !done(day, year)) {
      walk.to(day.atTime(PEOPLE_WORK).atZone(clock.getZone()).toInstant(), due -> { });
      if (workingDays.isWorkingDay(day)) {
        renewals.renew();
        workDay(seed);
      }
      if (day.getDayOfWeek() == DayOfWeek.FRIDAY) {
        curve.add(new Point(day, figures.total(year)));
      }
      progress.accept(day);
      day = day.plusDays(1);
    }
    curve.add(new Point(day, figures.total(year)));
    return curve;
  }

  /** What comes up in answer to somebody's work may be done the same day. */
  private void workDay(long seed) {
    boolean busy = true;
    while (busy) {
      people.look(seed);
      busy = people.work(seed);
      work.settle();
    }
  }

  private boolean done(LocalDate day, int year) {
    return day.getYear() > year && runtime.createProcessInstanceQuery().count() == 0;
  }
}

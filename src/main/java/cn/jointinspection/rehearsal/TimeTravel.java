package cn.jointinspection.rehearsal;

import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.rehearsal.RehearsalRefused.EngineWorkStuck;
import cn.jointinspection.rehearsal.RehearsalRefused.OnlyTheOfficeMovesTime;
import cn.jointinspection.rehearsal.RehearsalRefused.TimeMoveDidNotBegin;
import cn.jointinspection.rehearsal.RehearsalRefused.TimeMoveRefused;
import cn.jointinspection.rehearsal.TimeMoves.FellDue;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/** Moves the rehearsal's time forward for the office, in the background, and keeps what fell due on the way. */
@Service
@Profile("rehearsal")
class TimeTravel {

  private static final Logger LOG = LoggerFactory.getLogger(TimeTravel.class);
  /** A working day begins. */
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final int LONGEST_MOVE_MONTHS = 12;

  private final Clock clock;
  private final WorkingDays workingDays;
  private final Actors actors;
  private final TaskService tasks;
  private final TimeWalk walk;
  private final TimerWords words;
  private final TimeMoves moves;
  private final ExecutorService background = Executors.newSingleThreadExecutor(work -> new Thread(work, "time-travel"));
  /** Where the move under way is going, or null. */
  private final AtomicReference<Instant> underWay = new AtomicReference<>();
  private volatile String problem;

  TimeTravel(Clock clock, WorkingDays workingDays, Actors actors, TaskService tasks, TimeWalk walk, TimerWords words,
      TimeMoves moves) {
    this.clock = clock;
    this.workingDays = workingDays;
    this.actors = actors;
    this.tasks = tasks;
    this.walk = walk;
    this.words = words;
    this.moves = moves;
  }

  /** Moves to the morning of a day; returns at once. */
  void toDay(LocalDate day, Actor actor) {
    LocalDate today = LocalDate.now(clock);
    if (!day.isAfter(today)) {
      throw TimeMoveRefused.notForward(today);
    }
    if (day.isAfter(today.plusMonths(LONGEST_MOVE_MONTHS))) {
      throw TimeMoveRefused.tooFar(today.plusMonths(LONGEST_MOVE_MONTHS));
    }
    start(day.atTime(MORNING).atZone(clock.getZone()).toInstant(), actor);
  }

  void toNextWorkingDay(Actor actor) {
    toDay(workingDays.after(LocalDate.now(clock), 1), actor);
  }

  /** Moves to the second after the next deadline of any open task. */
  void toNextDeadline(Actor actor) {
    Date next = upcoming(1).stream().findFirst().map(Task::getDueDate).orElseThrow(TimeMoveRefused::noDeadlineLeft);
    start(next.toInstant().plusSeconds(1), actor);
  }

  /** Open tasks by deadline, the nearest first; those whose deadline has passed are left out. */
  List<Task> upcoming(int limit) {
    return actors.unrestricted(() -> tasks.createTaskQuery().active().dueAfter(Date.from(clock.instant()))
        .orderByDueDate().asc().listPage(0, limit));
  }

  /** Where a move under way is going; null when time just runs. */
  Instant goingTo() {
    return underWay.get();
  }

  /** Why the last move stopped on its way; null if it did not. */
  String problem() {
    return problem;
  }

  void officeOnly(Actor actor) {
    if (!actor.in(Groups.OFFICE) && !actor.in(Groups.ADMINISTRATORS)) {
      throw new OnlyTheOfficeMovesTime();
    }
  }

  private void start(Instant target, Actor actor) {
    officeOnly(actor);
    // Asks for a working day of that year, so that no step finds itself in a year without a table.
    workingDays.isWorkingDay(LocalDate.ofInstant(target, clock.getZone()));
    if (!underWay.compareAndSet(null, target)) {
      throw TimeMoveRefused.underWay();
    }
    problem = null;
    try {
      begin(target, actor);
    } catch (RuntimeException | Error failure) {
      underWay.set(null);
      LOG.error("a move of the rehearsal's clock to {} did not begin", target, failure);
      throw new TimeMoveDidNotBegin(failure);
    }
  }

  private void begin(Instant target, Actor actor) {
    long move = moves.begin(actor.userId(), time(clock.instant()), time(target));
    try {
      background.execute(() -> travel(move, target));
    } catch (RuntimeException | Error refused) {
      moves.withdraw(move);
      throw refused;
    }
  }

  private void travel(long move, Instant target) {
    try {
      walk.to(target, due -> moves.add(move, inWords(due)));
      moves.arrive(move, time(clock.instant()));
    } catch (EngineWorkStuck stuck) {
      problem = stuck.getMessage();
      LOG.warn("move {} of the rehearsal's clock stopped: {}", move, stuck.getMessage());
    } catch (RuntimeException | Error failure) {
      problem = "演练时间在前进途中停下，原因见系统日志（第%d次拨动）。可以再次拨动，从停下的地方继续。".formatted(move);
      LOG.error("move {} of the rehearsal's clock failed", move, failure);
    } finally {
      underWay.set(null);
    }
  }

  private List<FellDue> inWords(List<Job> due) {
    return words.of(due).entrySet().stream()
        .map(e -> new FellDue(time(e.getKey().dueAt()), e.getKey().process(), e.getKey().event(), e.getKey().subject(),
            e.getValue()))
        .sorted(Comparator.comparing(FellDue::dueAt).thenComparing(FellDue::process))
        .toList();
  }

  private LocalDateTime time(Instant moment) {
    return LocalDateTime.ofInstant(moment, clock.getZone());
  }

  @PreDestroy
  void stop() {
    background.shutdownNow();
  }
}

package cn.jointinspection.process.supervisionorder;

import cn.jointinspection.deadlines.Deadlines;
import cn.jointinspection.deadlines.RecentDays;
import cn.jointinspection.deadlines.TimeLimits;
import cn.jointinspection.deadlines.WaitModels;
import cn.jointinspection.deadlines.WaitModels.WaitModel;
import cn.jointinspection.process.supervisionorder.OpenWorkTable.Open;
import cn.jointinspection.supervision.ReminderKind;
import cn.jointinspection.supervision.Reminders;
import cn.jointinspection.supervision.Reminders.Reminder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Reminds of open work before its last day, on it and after (六). */
@Service
public class WorkReminders {

  private final OpenWorkTable work;
  private final Recipients recipients;
  private final WaitModels models;
  private final TimeLimits limits;
  private final Deadlines deadlines;
  private final RecentDays days;
  private final Reminders reminders;
  private final Clock clock;

  WorkReminders(OpenWorkTable work, Recipients recipients, WaitModels models, TimeLimits limits, Deadlines deadlines,
      RecentDays days, Reminders reminders, Clock clock) {
    this.work = work;
    this.recipients = recipients;
    this.models = models;
    this.limits = limits;
    this.deadlines = deadlines;
    this.days = days;
    this.reminders = reminders;
    this.clock = clock;
  }

  /**
   * Reminds whoever owes these tasks, of each once that day: before its last day once, then as often as the table of limits
   * says; tasks that were completed meanwhile are left out.
   *
   * @param lastReminded of each task that is due, the day of the last reminder since; null for none, or if it is not due
   */
  public void remind(Map<String, LocalDate> lastReminded) {
    List<Open> open = work.tasks(lastReminded.keySet());
    keep(open.stream().filter(task -> isTime(task, lastReminded.get(task.id()))), this::step);
  }

  private boolean isTime(Open task, LocalDate last) {
    return last == null || last.isBefore(days.before(limits.of(step(task)).remindAfterEvery() - 1));
  }

  private String step(Open task) {
    return models.of(task.processDefinitionId(), task.activityId()).step();
  }

  /** A kind of stage that has a limit as a whole. */
  public record Stage(String processDefinitionId, WaitModel model) {}

  /** The stages that somebody may have to be reminded of. */
  public List<Stage> stages() {
    return work.definitionsWithTimers().stream()
        .flatMap(definition -> models.of(definition).stream().filter(Predicate.not(WaitModel::userTask))
            .map(model -> new Stage(definition, model)))
        .toList();
  }

  /**
   * Reminds of at most so many stages before their last day, each once.
   *
   * @param after what the call before answered; empty for the first
   * @return id of the last one; null if none is left
   */
  public String remind(Stage stage, String after, int atMost) {
    String step = stage.model().step();
    List<Open> open = work.stages(step, stage.processDefinitionId(), stage.model().deadlineEvent(), clock.instant(),
        deadlines.remindedOn(step, days.today()), after, atMost);
    keep(open.stream(), ignored -> step);
    return open.isEmpty() ? null : open.get(open.size() - 1).id();
  }

  private void keep(Stream<Open> open, Function<Open, String> step) {
    LocalDate today = days.today();
    Recipients.Names names = recipients.names();
    List<Reminder> all = open.map(one -> reminder(one, step.apply(one), today, names)).toList();
    if (!all.isEmpty()) {
      reminders.keep(all, today);
    }
  }

  private Reminder reminder(Open open, String step, LocalDate today, Recipients.Names names) {
    String department = Owner.of(open);
    LocalDate lastDay = LocalDate.ofInstant(open.dueAt(), clock.getZone());
    boolean stage = open.activityId() == null;
    ReminderKind kind = stage || today.isBefore(lastDay) ? ReminderKind.BEFORE
        : today.equals(lastDay) ? ReminderKind.ON_DAY : ReminderKind.AFTER;
    return new Reminder(kind, stage ? null : open.id(), step, open.businessKey(), open.jointInspectionId(), department,
        open.dueAt(), names.of(step, department, open.leadDepartment(), open.people()));
  }
}

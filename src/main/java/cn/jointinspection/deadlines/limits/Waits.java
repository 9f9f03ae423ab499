package cn.jointinspection.deadlines.limits;

import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.deadlines.Deadlines;
import cn.jointinspection.deadlines.RecentDays;
import cn.jointinspection.deadlines.WaitModels.WaitModel;
import cn.jointinspection.deadlines.WaitModels;
import cn.jointinspection.platform.RuleViolation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What a running wait's deadline would be by the table in force, and sets it. Two things hold whatever the table says:
 *
 * <ul>
 *   <li>Work that is late stays late: its deadline and its supervision order stand (失职照单问责, 六).
 *   <li>Nobody becomes late by the change alone: a deadline that would have passed leaves the next working day, but never
 *       more than the old deadline did.
 * </ul>
 */
@Component
class Waits {

  private static final String LATE = "已经逾期，期限和督办不变";
  private static final String GRACE = "按新时限已经过期，顺延到下一个工作日";

  private final WaitModels models;
  private final Deadlines deadlines;
  private final WorkingDays workingDays;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final RecentDays days;
  private final Clock clock;

  Waits(WaitModels models, Deadlines deadlines, WorkingDays workingDays, @Lazy TaskService tasks,
      @Lazy RuntimeService runtime, @Lazy ManagementService management, RecentDays days, Clock clock) {
    this.models = models;
    this.deadlines = deadlines;
    this.workingDays = workingDays;
    this.tasks = tasks;
    this.runtime = runtime;
    this.management = management;
    this.days = days;
    this.clock = clock;
  }

  /** @param reminder null where it was given already and is not given again */
  record Dates(Instant due, Instant reminder) {}

  /** What the table in force makes of a wait. */
  sealed interface Proposal permits Ended, Same, Kept, Changed {}

  /** The wait is over. */
  record Ended() implements Proposal {}

  /** The dates are those of the table. */
  record Same() implements Proposal {}

  /** The dates stay although the table would have others. */
  record Kept(String note) implements Proposal {}

  /** @param note null, or why the deadline is not the one by the table */
  record Changed(Dates before, Dates after, String note) implements Proposal {}

  Proposal propose(DeadlineChange wait) {
    WaitModel model = models.of(wait.place().processDefinitionId(), wait.place().activityId());
    Job deadline = timer(wait, model.deadlineEvent());
    Task task = task(wait);
    if (wait.place().taskId() == null ? deadline == null : task == null || task.getDueDate() == null) {
      return new Ended();
    }
    Instant due = (task == null ? deadline.getDuedate() : task.getDueDate()).toInstant();
    boolean late = deadline == null || !due.isAfter(clock.instant());
    try {
      Deadlines.Dates table =
          deadlines.of(wait.step(), wait.begunAt(), name -> runtime.getVariable(wait.place().executionId(), name));
      return late ? forLate(due, table) : inTime(wait, new Dates(due, toCome(wait, task, due)), table);
    } catch (RuleViolation impossible) {
      return new Kept(late ? LATE : "无法按新时限计算：" + impossible.getMessage());
    }
  }

  /** When the wait will be reminded of; null if its day has come, for then the morning's round has done it or will. */
  private Instant toCome(DeadlineChange wait, Task task, Instant due) {
    Date reminder = task == null ? deadlines.endingOn(wait.step(), day(due)).reminder() : task.getFollowUpDate();
    return reminder == null || !day(reminder.toInstant()).isAfter(LocalDate.now(clock)) ? null : reminder.toInstant();
  }

  private static Proposal forLate(Instant due, Deadlines.Dates table) {
    return table.due().toInstant().equals(due) ? new Same() : new Kept(LATE);
  }

  private Proposal inTime(DeadlineChange wait, Dates before, Deadlines.Dates table) {
    Instant least = least(wait, before.due());
    boolean grace = table.due().toInstant().isBefore(least);
    Deadlines.Dates wanted = grace ? deadlines.endingOn(wait.step(), day(least)) : table;
    Instant due = grace ? least : wanted.due().toInstant();
    Instant reminder = wanted.reminder().toInstant();
    if (before.reminder() == null && (due.equals(before.due()) || !reminder.isAfter(clock.instant()))) {
      reminder = null;
    }
    var after = new Dates(due, reminder);
    return after.equals(before) ? new Same() : new Changed(before, after, grace ? GRACE : null);
  }

  /** End of the next working day; where the old deadline came sooner, that. */
  private Instant least(DeadlineChange wait, Instant oldDue) {
    LocalDate next = workingDays.after(LocalDate.now(clock), 1);
    Instant end = deadlines.endingOn(wait.step(), next).due().toInstant();
    return end.isAfter(oldDue) ? oldDue : end;
  }

  private LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, clock.getZone());
  }

  /** Sets due date, follow-up date, priority and timer, in the running transaction of the engine. */
  void set(DeadlineChange wait, Changed change) {
    WaitModel model = models.of(wait.place().processDefinitionId(), wait.place().activityId());
    Date due = Date.from(change.after().due());
    Task task = task(wait);
    if (task != null) {
      task.setDueDate(due);
      if (change.after().reminder() != null) {
        task.setFollowUpDate(Date.from(change.after().reminder()));
      }
      Date followUp = task.getFollowUpDate();
      task.setPriority(
          days.urgency().priority(followUp == null ? null : followUp.toInstant(), change.after().due()));
      tasks.saveTask(task);
    }
    management.setJobDuedate(timer(wait, model.deadlineEvent()).getId(), due);
  }

  private Task task(DeadlineChange wait) {
    return wait.place().taskId() == null ? null : tasks.createTaskQuery().taskId(wait.place().taskId()).singleResult();
  }

  private Job timer(DeadlineChange wait, String event) {
    return management.createJobQuery().executionId(wait.place().executionId()).activityId(event).timers().singleResult();
  }
}

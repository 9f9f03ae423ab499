package cn.jointinspection.deadlines;

import cn.jointinspection.deadlines.WaitModels.WaitModel;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Makes the open tasks and waiting timers of a running process follow, when a date they are counted back from has moved:
 * the plan item's window or the last day of the checks. Limits counted from the beginning of a step stay as they are.
 */
@Component
public class RunningDeadlines {

  private static final Set<TimeLimits.Base> MOVABLE = Set.of(TimeLimits.Base.WINDOW_END, TimeLimits.Base.CHECK_END);

  private final ProcessEngine engine;
  private final WaitModels models;
  private final Deadlines deadlines;
  private final TimeLimits limits;
  private final Clock clock;

  RunningDeadlines(
      @Lazy ProcessEngine engine, WaitModels models, Deadlines deadlines, TimeLimits limits, Clock clock) {
    this.engine = engine;
    this.models = models;
    this.deadlines = deadlines;
    this.limits = limits;
    this.clock = clock;
  }

  /** Call inside the transaction that moved the date. */
  public void follow(String processInstanceId) {
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
        .execute(context -> {
          timers(processInstanceId).stream().filter(this::moves)
              .forEach(timer -> engine.getManagementService().recalculateJobDuedate(timer.getId(), false));
          engine.getTaskService().createTaskQuery().processInstanceId(processInstanceId).list()
              .forEach(task -> follow(task, context));
          return null;
        });
  }

  /** A timer that watches no step opens the plan item's window. */
  private boolean moves(JobEntity timer) {
    return models.of(timer.getProcessDefinitionId()).stream()
        .filter(wait -> wait.deadlineEvent().equals(timer.getActivityId())).allMatch(this::moves);
  }

  private boolean moves(WaitModel wait) {
    return MOVABLE.contains(limits.of(wait.step()).base());
  }

  private void follow(Task task, CommandContext context) {
    WaitModel wait = models.of(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
    if (moves(wait)) {
      ExecutionEntity execution = context.getExecutionManager().findExecutionById(task.getExecutionId());
      Deadlines.Dates dates = deadlines.of(wait.step(), clock.instant(), execution::getVariable);
      task.setDueDate(dates.due());
      if (task.getFollowUpDate() != null) {
        task.setFollowUpDate(dates.reminder());
      }
      engine.getTaskService().saveTask(task);
      armAgain(wait, dates, execution);
    }
  }

  /** A deadline that was over comes once more, where the moved date puts it into the future. */
  private void armAgain(WaitModel wait, Deadlines.Dates dates, ExecutionEntity execution) {
    boolean waiting = timers(execution.getProcessInstanceId()).stream().anyMatch(timer ->
        execution.getId().equals(timer.getExecutionId()) && wait.deadlineEvent().equals(timer.getActivityId()));
    if (!waiting && dates.due().after(Date.from(clock.instant()))) {
      TimerDeclarationImpl.getDeclarationsForScope(execution.getActivity()).get(wait.deadlineEvent())
          .createTimerInstance(execution);
    }
  }

  private List<JobEntity> timers(String processInstanceId) {
    return engine.getManagementService().createJobQuery().processInstanceId(processInstanceId).timers().list().stream()
        .map(JobEntity.class::cast).toList();
  }
}

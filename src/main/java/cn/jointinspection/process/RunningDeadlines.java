package cn.jointinspection.process;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Makes the open tasks and waiting timers of a running process follow, when a date they are counted back from has moved:
 * the plan item's window or the last day of the checks. Limits counted from the beginning of a step stay as they are.
 */
@Component
public class RunningDeadlines {

  private static final Pattern STEP = Pattern.compile("\\$\\{deadlines\\.(?:due|reminder)\\(execution, '(\\w+)'\\)}");
  private static final String WINDOW_OPENS = "${deadlines.windowOpens(execution)}";
  private static final Set<TimeLimits.Base> MOVABLE = Set.of(TimeLimits.Base.WINDOW_END, TimeLimits.Base.CHECK_END);

  private final ProcessEngine engine;
  private final Deadlines deadlines;
  private final TimeLimits limits;
  private final Clock clock;

  RunningDeadlines(@Lazy ProcessEngine engine, Deadlines deadlines, TimeLimits limits, Clock clock) {
    this.engine = engine;
    this.deadlines = deadlines;
    this.limits = limits;
    this.clock = clock;
  }

  /** Call inside the transaction that moved the date. */
  public void follow(String processInstanceId) {
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
        .execute(context -> {
          move(processInstanceId);
          engine.getTaskService().createTaskQuery().processInstanceId(processInstanceId).list()
              .forEach(task -> follow(task, context));
          return null;
        });
  }

  private void move(String processInstanceId) {
    for (JobEntity timer : timers(processInstanceId)) {
      if (moves(date(model(timer.getProcessDefinitionId()), timer.getActivityId()))) {
        engine.getManagementService().recalculateJobDuedate(timer.getId(), false);
      }
    }
  }

  private void follow(Task task, CommandContext context) {
    BpmnModelInstance model = model(task.getProcessDefinitionId());
    String due = ((UserTask) model.getModelElementById(task.getTaskDefinitionKey())).getCamundaDueDate();
    if (moves(due)) {
      ExecutionEntity execution = context.getExecutionManager().findExecutionById(task.getExecutionId());
      Deadlines.Dates dates = deadlines.of(step(due), clock.instant(), execution::getVariable);
      task.setDueDate(dates.due());
      if (task.getFollowUpDate() != null) {
        task.setFollowUpDate(dates.reminder());
      }
      engine.getTaskService().saveTask(task);
      armAgain(model, execution);
    }
  }

  /** A reminder or a deadline that was over comes once more, where the moved date puts it into the future. */
  private void armAgain(BpmnModelInstance model, ExecutionEntity execution) {
    Set<String> waiting = timers(execution.getProcessInstanceId()).stream()
        .filter(timer -> execution.getId().equals(timer.getExecutionId()))
        .map(JobEntity::getActivityId).collect(Collectors.toSet());
    TimerDeclarationImpl.getDeclarationsForScope(execution.getActivity()).forEach((event, timer) -> {
      if (!waiting.contains(event) && moment(date(model, event), execution).after(Date.from(clock.instant()))) {
        timer.createTimerInstance(execution);
      }
    });
  }

  private List<JobEntity> timers(String processInstanceId) {
    return engine.getManagementService().createJobQuery().processInstanceId(processInstanceId).timers().list().stream()
        .map(JobEntity.class::cast).toList();
  }

  private BpmnModelInstance model(String processDefinitionId) {
    return engine.getRepositoryService().getBpmnModelInstance(processDefinitionId);
  }

  /** The expression that gives the event's moment. */
  private static String date(BpmnModelInstance model, String event) {
    CatchEvent element = model.getModelElementById(event);
    return ((TimerEventDefinition) element.getEventDefinitions().iterator().next()).getTimeDate().getTextContent();
  }

  private boolean moves(String expression) {
    return expression.equals(WINDOW_OPENS) || MOVABLE.contains(limits.of(step(expression)).base());
  }

  private Date moment(String expression, ExecutionEntity execution) {
    Deadlines.Dates dates = deadlines.of(step(expression), clock.instant(), execution::getVariable);
    return expression.contains(".due(") ? dates.due() : dates.reminder();
  }

  private static String step(String expression) {
    Matcher step = STEP.matcher(expression);
    if (!step.matches()) {
      throw new IllegalStateException("no limit of a step: " + expression);
    }
    return step.group(1);
  }
}

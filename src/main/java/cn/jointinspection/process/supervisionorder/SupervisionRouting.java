package cn.jointinspection.process.supervisionorder;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Answers the questions of {@code supervision-order.bpmn}. */
@Component("supervisionRouting")
public class SupervisionRouting {

  private final TaskService tasks;

  SupervisionRouting(@Lazy TaskService tasks) {
    this.tasks = tasks;
  }

  /** Called by the model: whether the case went to the supervisor before its explanation came. */
  public boolean beingDecided(DelegateExecution execution) {
    return tasks.createTaskQuery()
        .processInstanceId(execution.getProcessInstanceId())
        .taskDefinitionKey(SupervisionOrderProcess.USER_TASK_DECIDE_SUPERVISION)
        .count() > 0;
  }
}

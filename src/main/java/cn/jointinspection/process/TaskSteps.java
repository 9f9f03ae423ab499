package cn.jointinspection.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells by which row of the table of limits a task's dates were set: its model names the step in the due date. */
@Component
public class TaskSteps {

  private static final Pattern STEP = Pattern.compile("deadlines\\.due\\(execution, '(\\w+)'\\)");

  private final RepositoryService repository;

  TaskSteps(@Lazy RepositoryService repository) {
    this.repository = repository;
  }

  /** @throws IllegalStateException for a task whose model names no step; no model here is such */
  public String of(Task task) {
    UserTask node =
        repository.getBpmnModelInstance(task.getProcessDefinitionId()).getModelElementById(task.getTaskDefinitionKey());
    Matcher step = STEP.matcher(String.valueOf(node.getCamundaDueDate()));
    if (!step.find()) {
      throw new IllegalStateException("no step in the due date of " + task.getTaskDefinitionKey());
    }
    return step.group(1);
  }
}

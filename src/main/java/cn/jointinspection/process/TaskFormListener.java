package cn.jointinspection.process;

import cn.jointinspection.platform.RuleViolation;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Stands between every completion, from Tasklist and REST alike, and the domain: takes the answers out of the variable
 * {@link #FORM}, lets the task's form act on them and leaves only routing answers behind.
 */
@Component
class TaskFormListener implements TaskListener {

  /** Name of the one variable, a JSON text, that completes a task. */
  static final String FORM = "form";

  private final TaskForms forms;
  private final Actors actors;

  TaskFormListener(@Lazy TaskForms forms, @Lazy Actors actors) {
    this.forms = forms;
    this.actors = actors;
  }

  @Override
  public void notify(DelegateTask task) {
    Map<String, Object> routing;
    try {
      routing = act(task);
    } catch (RuleViolation refusal) {
      RuleViolationFilter.remember(refusal);
      throw refusal;
    }
    task.removeVariable(FORM);
    routing.forEach(task::setVariable);
  }

  private Map<String, Object> act(DelegateTask task) {
    if (task.getVariable(FORM) instanceof String answers) {
      return forms.complete(item(task), answers, actors.current());
    }
    throw new FormRefused("缺少表单内容，任务未完成。请在待办中打开本任务，填写后点“完成”。");
  }

  static WorkItem item(DelegateTask task) {
    return new WorkItem(
        task.getId(),
        task.getTaskDefinitionKey(),
        task.getName(),
        task.getProcessInstanceId(),
        task.getExecution().getProcessBusinessKey(),
        task.getAssignee(),
        task.getDueDate(),
        task::getVariable);
  }
}

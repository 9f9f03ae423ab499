package cn.jointinspection.engine.forms;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.EngineRefused.FormRefused;
import cn.jointinspection.engine.UserTaskListener;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Stands between every completion, from Tasklist and REST alike, and the domain: takes the answers out of the variable
 * {@link #FORM}, lets the task's form act on them and hands on only the answers of the gateways that follow.
 */
@Component
public class TaskFormListener implements UserTaskListener {

  /** Name of the one variable, a JSON text, that completes a task. */
  public static final String FORM = "form";

  private final TaskForms forms;
  private final Actors actors;

  TaskFormListener(@Lazy TaskForms forms, @Lazy Actors actors) {
    this.forms = forms;
    this.actors = actors;
  }

  @Override
  public String event() {
    return EVENTNAME_COMPLETE;
  }

  @Override
  public void notify(DelegateTask task) {
    act(task).forEach((name, answer) -> handOn(task.getExecution(), name, answer));
  }

  /**
   * The gateway that asks stands right behind the task: nobody is to find an answer later, least of all a next round of
   * the same question. What the process itself stores, such as the body a referral goes to, is changed and stays.
   */
  private static void handOn(DelegateExecution execution, String name, Object answer) {
    execution.setVariable(name, execution.hasVariable(name) ? answer : Variables.untypedValue(answer, true));
  }

  /**
   * Lets answers pass through to {@link #notify} without ever being stored: a person's text, or his nonce before the
   * draw, has no business in the engine's tables, and a variable costs each completion several rows.
   *
   * @param variables null is none
   */
  public static Map<String, Object> passing(Map<String, Object> variables) {
    if (variables == null || !(variables.get(FORM) instanceof String answers)) {
      return variables;
    }
    Map<String, Object> passing = new HashMap<>(variables);
    passing.put(FORM, Variables.stringValue(answers, true));
    return passing;
  }

  private Map<String, Object> act(DelegateTask task) {
    if (task.getExecution().getVariable(FORM) instanceof String answers) {
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
        task.getExecution()::getVariable);
  }
}

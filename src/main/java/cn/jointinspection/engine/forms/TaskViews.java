package cn.jointinspection.engine.forms;

import cn.jointinspection.engine.Actors;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What the signed-in person sees of a task; the task query answers only tasks he may read. */
@Component
public class TaskViews {

  private final Actors actors;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final TaskForms forms;
  private final TaskEndings endings;

  TaskViews(Actors actors, TaskService tasks, RuntimeService runtime, TaskForms forms, TaskEndings endings) {
    this.actors = actors;
    this.tasks = tasks;
    this.runtime = runtime;
    this.forms = forms;
    this.endings = endings;
  }

  /**
   * @param assignee null while nobody has claimed it
   * @param due null where the step has no limit
   * @param view what its form shows
   */
  public record Seen(String taskId, String task, String name, String assignee, Date due, Object view) {}

  /** @throws cn.jointinspection.platform.RuleViolation if there is none any more, or the person may not read it */
  public Seen of(String taskId) {
    Task task = tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult();
    if (task == null) {
      throw endings.notFound(taskId);
    }
    var item = new WorkItem(
        taskId,
        task.getTaskDefinitionKey(),
        task.getName(),
        task.getProcessInstanceId(),
        actors.unrestricted(() -> businessKey(task)),
        task.getAssignee(),
        task.getDueDate(),
        variables(taskId)::get);
    return new Seen(taskId, item.task(), item.name(), item.assignee(), item.due(), forms.view(item));
  }

  /** Whoever may read the task may read what its form shows; asked once, for each question takes the engine a command. */
  private Map<String, Object> variables(String taskId) {
    return actors.unrestricted(() -> tasks.getVariables(taskId));
  }

  private String businessKey(Task task) {
    ProcessInstance instance =
        runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult();
    return instance == null ? null : instance.getBusinessKey();
  }
}

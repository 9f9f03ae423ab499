package cn.jointinspection.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a task's form shows. Below {@code /camunda/api} so that the web apps' session, authorisations and CSRF token
 * hold; the task query answers only tasks the signed-in person may read.
 */
@RestController
@RequestMapping("/camunda/api/staff/tasks")
class WorkController {

  private final Actors actors;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final TaskForms forms;

  WorkController(Actors actors, TaskService tasks, RuntimeService runtime, TaskForms forms) {
    this.actors = actors;
    this.tasks = tasks;
    this.runtime = runtime;
    this.forms = forms;
  }

  /** @param due null where the step has no limit */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Work(String taskId, String task, String name, Date due, boolean mine, boolean assigned, Object view) {}

  @GetMapping("/{taskId}")
  Work work(@PathVariable String taskId) {
    String me = actors.current().userId();
    Task task = tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult();
    if (task == null) {
      throw new NoSuchTask();
    }
    var item = new WorkItem(
        taskId,
        task.getTaskDefinitionKey(),
        task.getName(),
        task.getProcessInstanceId(),
        actors.unrestricted(() -> businessKey(task)),
        task.getAssignee(),
        task.getDueDate(),
        name -> tasks.getVariable(taskId, name));
    return new Work(taskId, item.task(), item.name(), item.due(), me.equals(task.getAssignee()),
        task.getAssignee() != null, forms.view(item));
  }

  private String businessKey(Task task) {
    ProcessInstance instance =
        runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult();
    return instance == null ? null : instance.getBusinessKey();
  }
}

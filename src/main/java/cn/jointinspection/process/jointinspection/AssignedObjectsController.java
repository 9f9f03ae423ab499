package cn.jointinspection.process.jointinspection;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.forms.TaskEndings;
import cn.jointinspection.platform.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Turns the pages of the objects that a department is asked to take on, for whoever may read the task that asks. */
@RestController
class AssignedObjectsController {

  private final Actors actors;
  private final TaskService tasks;
  private final TaskEndings endings;
  private final AssignedObjects assigned;

  AssignedObjectsController(Actors actors, TaskService tasks, TaskEndings endings, AssignedObjects assigned) {
    this.actors = actors;
    this.tasks = tasks;
    this.endings = endings;
    this.assigned = assigned;
  }

  @GetMapping("/camunda/api/staff/tasks/{taskId}/objects")
  Page<AssignedObjects.Row> page(
      @PathVariable String taskId,
      @RequestParam(defaultValue = "") @Size(max = 100) String search,
      @RequestParam(defaultValue = "1") @Min(1) @Max(1_000_000) int page) {
    Task task = tasks.createTaskQuery().taskId(taskId)
        .taskDefinitionKey(JointInspectionProcess.USER_TASK_ACCEPT_ASSIGNMENT).singleResult();
    if (task == null) {
      throw endings.notFound(taskId);
    }
    return assigned.page(variable(taskId, JointInspectionProcess.VARIABLE_JOINT_INSPECTION_ID),
        variable(taskId, JointInspectionProcess.VARIABLE_DEPARTMENT), search, page);
  }

  /** Whoever may read the task may read what its form shows. */
  private String variable(String taskId, String name) {
    return (String) actors.unrestricted(() -> tasks.getVariable(taskId, name));
  }
}

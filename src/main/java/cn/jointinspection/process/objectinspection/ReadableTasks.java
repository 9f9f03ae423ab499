package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.forms.TaskEndings;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tasks of an object inspection that the signed-in person may read, and the variables they see. */
@Component
class ReadableTasks {

  private final TaskService tasks;
  private final TaskEndings endings;

  ReadableTasks(TaskService tasks, TaskEndings endings) {
    this.tasks = tasks;
    this.endings = endings;
  }

  /** @throws cn.jointinspection.platform.RuleViolation if there is none any more, or the person may not read it */
  Task require(String taskId) {
    Task task = tasks.createTaskQuery().taskId(taskId).processDefinitionKey(ObjectInspectionProcess.KEY).singleResult();
    if (task == null) {
      throw endings.notFound(taskId);
    }
    return task;
  }

  String objectInspectionId(Task task) {
    return (String) tasks.getVariable(task.getId(), ObjectInspectionProcess.VARIABLE_OBJECT_INSPECTION_ID);
  }

  /** Code of the department whose check the task is about; notice is given by the lead department. */
  String department(Task task) {
    boolean notice = ObjectInspectionProcess.USER_TASK_GIVE_NOTICE.equals(task.getTaskDefinitionKey());
    return (String) tasks.getVariable(task.getId(), notice
        ? ObjectInspectionProcess.VARIABLE_LEAD_DEPARTMENT : ObjectInspectionProcess.VARIABLE_DEPARTMENT);
  }
}

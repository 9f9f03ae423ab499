package cn.jointinspection.process.supervision;

import cn.jointinspection.supervision.DueReminders;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** Reminds of open tasks on their last day and after (六). */
@Service
public class TaskReminders {

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final LatenessReader reader;
  private final DueReminders reminders;

  TaskReminders(@Lazy TaskService tasks, @Lazy RuntimeService runtime, LatenessReader reader,
      DueReminders reminders) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.reader = reader;
    this.reminders = reminders;
  }

  /**
   * Reminds whoever owes these tasks, of each once that day; tasks that were completed meanwhile are left out.
   *
   * @param on the day, not before the day on which the tasks are due
   */
  public void remind(List<String> taskIds, LocalDate on) {
    List<Task> open = tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new)).list();
    Map<String, ProcessInstance> instances = instances(open);
    for (Task task : open) {
      Lateness due = reader.of(task, instances.get(task.getProcessInstanceId()).getBusinessKey());
      reminders.remind(new DueReminders.DueTask(task.getId(), due.step(), due.businessKey(), due.jointInspectionId(),
          due.department(), due.dueAt()), on);
    }
  }

  private Map<String, ProcessInstance> instances(List<Task> open) {
    Set<String> ids = open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
    return ids.isEmpty() ? Map.of() : runtime.createProcessInstanceQuery().processInstanceIds(ids).list().stream()
        .collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
  }
}

package cn.jointinspection.process.supervisionorder;

import cn.jointinspection.deadlines.RecentDays;
import cn.jointinspection.deadlines.TimeLimits;
import cn.jointinspection.deadlines.WaitModels;
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
  private final Recipients recipients;
  private final WaitModels models;
  private final TimeLimits limits;
  private final RecentDays days;
  private final DueReminders reminders;

  TaskReminders(@Lazy TaskService tasks, @Lazy RuntimeService runtime, LatenessReader reader, Recipients recipients,
      WaitModels models, TimeLimits limits, RecentDays days, DueReminders reminders) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.reader = reader;
    this.recipients = recipients;
    this.models = models;
    this.limits = limits;
    this.days = days;
    this.reminders = reminders;
  }

  /**
   * Reminds whoever owes these tasks, of each once that day, on its last day and then as often as the table of limits says;
   * tasks that were completed meanwhile are left out.
   *
   * @param lastReminded of each task, the day of the last such reminder; null for none
   */
  public void remind(Map<String, LocalDate> lastReminded) {
    List<Task> open = tasks.createTaskQuery().taskIdIn(lastReminded.keySet().toArray(String[]::new)).list();
    Map<String, ProcessInstance> instances = instances(open);
    for (Task task : open) {
      LocalDate last = lastReminded.get(task.getId());
      if (last == null || last.isBefore(days.before(limit(task).remindAfterEvery() - 1))) {
        remind(reader.of(task, instances.get(task.getProcessInstanceId()).getBusinessKey()));
      }
    }
  }

  private TimeLimits.Limit limit(Task task) {
    return limits.of(models.of(task.getProcessDefinitionId(), task.getTaskDefinitionKey()).step());
  }

  private void remind(Lateness due) {
    reminders.remind(new DueReminders.DueTask(due.taskId(), due.step(), due.businessKey(), due.jointInspectionId(),
        due.department(), due.dueAt()), days.today(), recipients.of(due));
  }

  private Map<String, ProcessInstance> instances(List<Task> open) {
    Set<String> ids = open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
    return ids.isEmpty() ? Map.of() : runtime.createProcessInstanceQuery().processInstanceIds(ids).list().stream()
        .collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
  }
}

package cn.jointinspection.deadlines.limits;

import cn.jointinspection.deadlines.WaitModels.WaitModel;
import cn.jointinspection.deadlines.WaitModels;
import cn.jointinspection.deadlines.limits.DeadlineChange.State;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Everything that waits by a time limit, in the running instances of every version of every model. */
@Component
class OpenWaits {

  private final WaitModels models;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;

  OpenWaits(WaitModels models, @Lazy RepositoryService repository, @Lazy RuntimeService runtime, @Lazy TaskService tasks,
      @Lazy ManagementService management) {
    this.models = models;
    this.repository = repository;
    this.runtime = runtime;
    this.tasks = tasks;
    this.management = management;
  }

  Stream<DeadlineChange> all() {
    return repository.createProcessDefinitionQuery().list().stream().flatMap(this::of);
  }

  private Stream<DeadlineChange> of(ProcessDefinition definition) {
    Map<String, String> businessKeys = runtime.createProcessInstanceQuery().processDefinitionId(definition.getId()).list()
        .stream().filter(instance -> instance.getBusinessKey() != null)
        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    return businessKeys.isEmpty() ? Stream.empty()
        : models.of(definition.getId()).stream().flatMap(model -> of(definition, model, businessKeys));
  }

  private Stream<DeadlineChange> of(ProcessDefinition definition, WaitModel model, Map<String, String> businessKeys) {
    return model.userTask()
        ? tasks(definition, model).stream().filter(task -> task.getDueDate() != null)
            .map(task -> wait(definition, model, task.getName(), task.getProcessInstanceId(), task.getExecutionId(),
                task.getId(), task.getCreateTime(), task.getDueDate(), businessKeys))
        : timers(definition, model).stream()
            .map(timer -> wait(definition, model, model.name(), timer.getProcessInstanceId(), timer.getExecutionId(),
                null, timer.getCreateTime(), timer.getDuedate(), businessKeys));
  }

  private List<Task> tasks(ProcessDefinition definition, WaitModel model) {
    return tasks.createTaskQuery().processDefinitionId(definition.getId()).taskDefinitionKey(model.activityId()).list();
  }

  private List<Job> timers(ProcessDefinition definition, WaitModel model) {
    return management.createJobQuery().processDefinitionId(definition.getId()).activityId(model.deadlineEvent()).timers()
        .list();
  }

  private static DeadlineChange wait(ProcessDefinition definition, WaitModel model, String name, String instance,
      String execution, String task, Date begun, Date due, Map<String, String> businessKeys) {
    return new DeadlineChange(0, State.LISTED, model.step(), name, businessKeys.get(instance),
        new DeadlineChange.Place(instance, execution, model.activityId(), definition.getId(), task),
        begun.toInstant(), due.toInstant(), null, null, null, null, null, null);
  }
}

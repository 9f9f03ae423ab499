package cn.jointinspection.process.supervisionorder;

import cn.jointinspection.deadlines.WaitModels;
import cn.jointinspection.engine.MissingVariable;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.registry.Bodies;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds out whose step a task is, or the timer on it whose path is being taken. */
@Component
class LatenessReader {

  private static final String STEP = "step";
  private static final String DEPARTMENT = "department";
  private static final String LEAD_DEPARTMENT = "leadDepartment";
  private static final String JOINT_INSPECTION_ID = "jointInspectionId";
  private static final String REVIEWERS = Bodies.reviewersOf("");

  private final TaskService tasks;
  private final WaitModels models;

  LatenessReader(@Lazy TaskService tasks, WaitModels models) {
    this.tasks = tasks;
    this.models = models;
  }

  Lateness of(DelegateExecution execution) {
    BoundaryEvent timer = timer((FlowNode) execution.getBpmnModelElementInstance());
    Activity owed = timer.getAttachedTo();
    Optional<Task> task = timer.cancelActivity() ? Optional.empty() : open(execution, owed.getId());
    return new Lateness(
        MissingVariable.require(execution, STEP),
        execution.getProcessBusinessKey(),
        (String) execution.getVariable(JOINT_INSPECTION_ID),
        task.flatMap(this::candidate).orElseGet(() -> department(execution::getVariable)),
        (String) execution.getVariable(LEAD_DEPARTMENT),
        owed.getName(),
        task.map(Task::getId).orElse(null),
        task.map(Task::getDueDate).map(Date::toInstant).orElseGet(LatenessReader::timerDue));
  }

  /** Of an open task, whose deadline may be still to come. */
  Lateness of(Task task, String businessKey) {
    Map<String, Object> variables =
        tasks.getVariables(task.getId(), List.of(DEPARTMENT, LEAD_DEPARTMENT, JOINT_INSPECTION_ID));
    return new Lateness(
        models.of(task.getProcessDefinitionId(), task.getTaskDefinitionKey()).step(),
        businessKey,
        (String) variables.get(JOINT_INSPECTION_ID),
        candidate(task).orElseGet(() -> department(variables::get)),
        (String) variables.get(LEAD_DEPARTMENT),
        task.getName(),
        task.getId(),
        task.getDueDate().toInstant());
  }

  /** The timer this path comes from. */
  private static BoundaryEvent timer(FlowNode node) {
    FlowNode before = node;
    while (!(before instanceof BoundaryEvent)) {
      before = before.getIncoming().iterator().next().getSource();
    }
    return (BoundaryEvent) before;
  }

  /** Where several departments have the same task at once, the one of this path's department. */
  private Optional<Task> open(DelegateExecution execution, String activity) {
    List<Task> open = tasks.createTaskQuery()
        .processInstanceId(execution.getProcessInstanceId())
        .taskDefinitionKey(activity)
        .list();
    return open.size() == 1
        ? Optional.of(open.get(0))
        : open.stream().filter(task -> sameDepartment(task, execution)).findFirst();
  }

  private boolean sameDepartment(Task task, DelegateExecution execution) {
    return Objects.equals(tasks.getVariable(task.getId(), DEPARTMENT), execution.getVariable(DEPARTMENT));
  }

  /** Department of the group the task is offered to, of several the first by code; empty for work given by name. */
  private Optional<String> candidate(Task task) {
    return tasks.getIdentityLinksForTask(task.getId()).stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .map(group -> group.endsWith(REVIEWERS) ? group.substring(0, group.length() - REVIEWERS.length()) : group)
        .min(Comparator.naturalOrder());
  }

  private static String department(Function<String, Object> variables) {
    Object department = variables.apply(DEPARTMENT);
    Object lead = variables.apply(LEAD_DEPARTMENT);
    return department != null ? department.toString() : lead != null ? lead.toString() : Groups.OFFICE;
  }

  /** Due date of the timer that is firing: where it ended the task, nothing else knows the deadline any more. */
  private static Instant timerDue() {
    JobEntity timer = Context.getCommandContext().getCurrentJob();
    return timer.getDuedate().toInstant();
  }
}

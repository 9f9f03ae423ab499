package cn.jointinspection.process.supervisionorder;

import cn.jointinspection.engine.MissingVariable;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

/** Finds out whose step it is on whose deadline's timer the path is being taken. */
@Component
class LatenessReader {

  private static final String STEP = "step";
  private static final String DEPARTMENT = "department";
  private static final String LEAD_DEPARTMENT = "leadDepartment";
  private static final String JOINT_INSPECTION_ID = "jointInspectionId";

  private final TaskService tasks;

  LatenessReader(@Lazy TaskService tasks) {
    this.tasks = tasks;
  }

  Lateness of(DelegateExecution execution) {
    BoundaryEvent timer = timer((FlowNode) execution.getBpmnModelElementInstance());
    Activity owed = timer.getAttachedTo();
    Optional<Task> task = timer.cancelActivity() ? Optional.empty() : open(execution, owed.getId());
    return new Lateness(
        MissingVariable.require(execution, STEP),
        execution.getProcessBusinessKey(),
        (String) execution.getVariable(JOINT_INSPECTION_ID),
        task.flatMap(this::candidate).orElseGet(
            () -> Owner.ofVariables(execution.getVariable(DEPARTMENT), execution.getVariable(LEAD_DEPARTMENT))),
        (String) execution.getVariable(LEAD_DEPARTMENT),
        owed.getName(),
        task.map(Task::getId).orElse(null),
        task.map(Task::getDueDate).map(Date::toInstant).orElseGet(LatenessReader::timerDue));
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

  private Optional<String> candidate(Task task) {
    return Owner.ofGroups(tasks.getIdentityLinksForTask(task.getId()).stream()
        .map(IdentityLink::getGroupId).filter(Objects::nonNull).toList());
  }

  /** Due date of the timer that is firing: where it ended the task, nothing else knows the deadline any more. */
  private static Instant timerDue() {
    JobEntity timer = Context.getCommandContext().getCurrentJob();
    return timer.getDuedate().toInstant();
  }
}

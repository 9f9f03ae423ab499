package cn.jointinspection.engine.forms;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.EngineRefused.NoSuchTask;
import cn.jointinspection.engine.EngineRefused.TaskAlreadyClaimed;
import cn.jointinspection.engine.EngineRefused.TaskAlreadyDone;
import cn.jointinspection.engine.EngineRefused.TaskTakenBack;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.platform.Zone;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricIdentityLinkLog;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** What became of a task on which the signed-in person could not act; told to those alone whose task it was. */
@Component
public class TaskEndings {

  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy年M月d日HH:mm").withZone(Zone.SHANGHAI);
  /** An event ends the task it interrupts in the same transaction. */
  private static final Duration SAME_STEP = Duration.ofSeconds(5);

  private final Actors actors;
  private final TaskService tasks;
  private final HistoryService history;
  private final RepositoryService models;

  TaskEndings(Actors actors, TaskService tasks, HistoryService history, RepositoryService models) {
    this.actors = actors;
    this.tasks = tasks;
    this.history = history;
    this.models = models;
  }

  /** Whether the signed-in person may read it; not one that is over. */
  public boolean mayRead(String taskId) {
    return tasks.createTaskQuery().taskId(taskId).count() > 0;
  }

  /** For whoever finds no task of this id, or none that he may read. */
  public RuleViolation notFound(String taskId) {
    RuleViolation over = over(taskId, null);
    return over == null ? new NoSuchTask() : over;
  }

  /**
   * Why a step on a task failed, if the reason is that it is over.
   *
   * @param failure nullable
   * @return null while the task is open, and for somebody whose task it never was
   */
  public RuleViolation over(String taskId, Throwable failure) {
    HistoricTaskInstance task =
        actors.unrestricted(() -> history.createHistoricTaskInstanceQuery().taskId(taskId).finished().singleResult());
    if (task == null || !concerned(taskId)) {
      return null;
    }
    return actors.unrestricted(() -> {
      String when = words(task.getEndTime());
      UserOperationLogEntry completion = last(UserOperationLogEntry.OPERATION_TYPE_COMPLETE, taskId);
      return completion == null
          ? new TaskTakenBack(why(task), when, failure)
          : new TaskAlreadyDone(actors.nameOf(completion.getUserId()), when, failure);
    });
  }

  /** @return null unless somebody else has claimed the task, and the signed-in person may read it */
  public RuleViolation claimed(String taskId, Throwable failure) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    if (task == null || task.getAssignee() == null || task.getAssignee().equals(actors.current().userId())) {
      return null;
    }
    return actors.unrestricted(() -> {
      Date when = links(taskId).stream()
          .filter(link -> IdentityLinkType.ASSIGNEE.equals(link.getType()) && added(link))
          .map(HistoricIdentityLinkLog::getTime).max(Comparator.naturalOrder()).orElse(task.getCreateTime());
      return new TaskAlreadyClaimed(actors.nameOf(task.getAssignee()), words(when), failure);
    });
  }

  /** Whether it was offered or assigned to the person when it ended, or he may read what has been done. */
  private boolean concerned(String taskId) {
    if (history.createHistoricTaskInstanceQuery().taskId(taskId).count() > 0) {
      return true;
    }
    Actor actor = actors.current();
    List<HistoricIdentityLinkLog> mine = actors.unrestricted(() -> links(taskId)).stream()
        .filter(link -> actor.userId().equals(link.getUserId())
            || link.getGroupId() != null && actor.in(link.getGroupId()))
        .toList();
    // The end itself takes nothing away, so what was given once more often than it was taken stood at the end.
    return mine.stream().anyMatch(link -> mine.stream().filter(other -> same(link, other))
        .mapToInt(other -> added(other) ? 1 : -1).sum() > 0);
  }

  private static boolean same(HistoricIdentityLinkLog one, HistoricIdentityLinkLog other) {
    return one.getType().equals(other.getType())
        && (one.getGroupId() == null ? other.getGroupId() == null : one.getGroupId().equals(other.getGroupId()));
  }

  private static boolean added(HistoricIdentityLinkLog link) {
    return "add".equals(link.getOperationType());
  }

  private List<HistoricIdentityLinkLog> links(String taskId) {
    return history.createHistoricIdentityLinkLogQuery().taskId(taskId).list();
  }

  private UserOperationLogEntry last(String operation, String taskId) {
    return history.createUserOperationLogQuery().taskId(taskId).operationType(operation).orderByTimestamp().desc()
        .list().stream().findFirst().orElse(null);
  }

  /** The event that interrupted the task, as the model names it. */
  private String why(HistoricTaskInstance task) {
    BpmnModelInstance model = models.getBpmnModelInstance(task.getProcessDefinitionId());
    return history.createHistoricActivityInstanceQuery().processInstanceId(task.getProcessInstanceId())
        .startedAfter(Date.from(task.getEndTime().toInstant().minus(SAME_STEP)))
        .startedBefore(Date.from(task.getEndTime().toInstant().plus(SAME_STEP)))
        .list().stream()
        .filter(event -> event.getActivityName() != null && interrupts(model.getModelElementById(event.getActivityId())))
        .min(Comparator.comparingLong(event -> Math.abs(event.getStartTime().getTime() - task.getEndTime().getTime())))
        .map(HistoricActivityInstance::getActivityName)
        .orElse("这项工作已经结束或取消");
  }

  private static boolean interrupts(ModelElementInstance element) {
    return element instanceof BoundaryEvent boundary && boundary.cancelActivity()
        || element instanceof StartEvent start && start.isInterrupting()
            && start.getParentElement() instanceof SubProcess scope && scope.triggeredByEvent();
  }

  private static String words(Date time) {
    return WHEN.format(time.toInstant());
  }
}

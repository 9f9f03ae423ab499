package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.RecusalRequests;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.RecusalReason;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes requests for recusal while the notice or the check is still open (回避制度, 三). */
@Component
public class RecusalDesk {

  private final Actors actors;
  private final ReadableTasks tasks;
  private final DepartmentChecks checks;
  private final RecusalRequests requests;
  private final RuntimeService runtime;
  private final TransactionTemplate transaction;

  RecusalDesk(Actors actors, ReadableTasks tasks, DepartmentChecks checks, RecusalRequests requests,
      RuntimeService runtime, TransactionTemplate transaction) {
    this.actors = actors;
    this.tasks = tasks;
    this.checks = checks;
    this.requests = requests;
    this.runtime = runtime;
    this.transaction = transaction;
  }

  /**
   * The signed-in person asks; request and process move together.
   *
   * @param taskId of the notice or the check
   * @param inspector certificate number of whoever is to be recused
   * @param note nullable
   * @return id of the request
   */
  public long ask(String taskId, String inspector, RecusalReason reason, String note) {
    Actor actor = actors.current();
    Task task = tasks.require(taskId);
    String department = tasks.department(task);
    long check = checks.id(tasks.objectInspectionId(task), department);
    return actors.unrestricted(() -> transaction.execute(status -> {
      long request = requests.request(check, inspector, reason, note, actor);
      runtime.createMessageCorrelation(ObjectInspectionProcess.MESSAGE_RECUSAL_REQUESTED)
          .processInstanceId(task.getProcessInstanceId())
          .setVariablesToTriggeredScope(Map.of(ObjectInspectionProcess.VARIABLE_DEPARTMENT, department))
          .correlate();
      return request;
    }));
  }
}

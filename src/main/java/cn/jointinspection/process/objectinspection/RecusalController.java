package cn.jointinspection.process.objectinspection;

import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.RecusalRequests;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.process.Actors;
import cn.jointinspection.registry.RecusalReason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asks for a recusal while the notice or the check is still open (回避制度, 三). */
@RestController
@RequestMapping("/camunda/api/staff/tasks/{taskId}/recusals")
class RecusalController {

  private final Actors actors;
  private final ReadableTasks tasks;
  private final DepartmentChecks checks;
  private final RecusalRequests requests;
  private final RuntimeService runtime;
  private final TransactionTemplate transaction;

  RecusalController(Actors actors, ReadableTasks tasks, DepartmentChecks checks, RecusalRequests requests,
      RuntimeService runtime, TransactionTemplate transaction) {
    this.actors = actors;
    this.tasks = tasks;
    this.checks = checks;
    this.requests = requests;
    this.runtime = runtime;
    this.transaction = transaction;
  }

  /** @param note nullable */
  record Asked(
      @NotBlank(message = "请选择须回避的检查人员") String inspector,
      @NotNull(message = "请选择回避原因") RecusalReason reason,
      @Size(max = 1000, message = "说明不得超过 1000 字") String note) {}

  record Kept(long requestId) {}

  @PostMapping
  Kept ask(@PathVariable String taskId, @Valid @RequestBody Asked asked) {
    Actor actor = actors.current();
    Task task = tasks.require(taskId);
    String department = tasks.department(task);
    long check = checks.get(tasks.objectInspectionId(task), department).id();
    return actors.unrestricted(() -> transaction.execute(status -> {
      long request = requests.request(check, asked.inspector(), asked.reason(), asked.note(), actor);
      runtime.createMessageCorrelation(ObjectInspectionProcess.MESSAGE_RECUSAL_REQUESTED)
          .processInstanceId(task.getProcessInstanceId())
          .setVariablesToTriggeredScope(Map.of(ObjectInspectionProcess.VARIABLE_DEPARTMENT, department))
          .correlate();
      return new Kept(request);
    }));
  }
}

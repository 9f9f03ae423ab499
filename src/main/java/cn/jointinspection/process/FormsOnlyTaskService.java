package cn.jointinspection.process;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's task service, but a person completes by a form's answers only, and goes no way around the form. */
class FormsOnlyTaskService extends TaskServiceImpl {

  private final IdentityService identity;

  FormsOnlyTaskService(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public void complete(String taskId, Map<String, Object> variables) {
    OnlyFormsAnswers.require(identity, variables);
    super.complete(taskId, variables);
  }

  @Override
  public VariableMap completeWithVariablesInReturn(
      String taskId, Map<String, Object> variables, boolean deserializeValues) {
    OnlyFormsAnswers.require(identity, variables);
    return super.completeWithVariablesInReturn(taskId, variables, deserializeValues);
  }

  @Override
  public void resolveTask(String taskId, Map<String, Object> variables) {
    OnlyFormsAnswers.require(identity, variables);
    super.resolveTask(taskId, variables);
  }

  @Override
  public void handleBpmnError(String taskId, String code, String message, Map<String, Object> variables) {
    OnlyFormsAnswers.refuse(identity);
    super.handleBpmnError(taskId, code, message, variables);
  }

  @Override
  public void handleEscalation(String taskId, String code, Map<String, Object> variables) {
    OnlyFormsAnswers.refuse(identity);
    super.handleEscalation(taskId, code, variables);
  }
}

package cn.jointinspection.process;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's form service, but a person submits a form's answers only. */
class FormsOnlyFormService extends FormServiceImpl {

  private final IdentityService identity;

  FormsOnlyFormService(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public void submitTaskForm(String taskId, Map<String, Object> properties) {
    OnlyFormsAnswers.require(identity, properties);
    super.submitTaskForm(taskId, properties);
  }

  @Override
  public VariableMap submitTaskFormWithVariablesInReturn(
      String taskId, Map<String, Object> properties, boolean deserializeValues) {
    OnlyFormsAnswers.require(identity, properties);
    return super.submitTaskFormWithVariablesInReturn(taskId, properties, deserializeValues);
  }
}

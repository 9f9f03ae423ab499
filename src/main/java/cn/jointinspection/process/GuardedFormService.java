package cn.jointinspection.process;

import cn.jointinspection.process.adjustment.PlanAdjustmentProcess;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/** Takes from a form what the form asks for, and nothing else. */
final class GuardedFormService extends FormServiceImpl {

  /** What start forms hand over. */
  private static final Set<String> START = Set.of("planId", PlanAdjustmentProcess.VARIABLE_ADJUSTMENT);

  private final Doors doors;

  GuardedFormService(Doors doors) {
    this.doors = doors;
  }

  @Override
  public ProcessInstance submitStartForm(String definitionId, Map<String, Object> variables) {
    doors.onlyVariables(START, variables);
    return doors.inWords(() -> super.submitStartForm(definitionId, variables));
  }

  @Override
  public ProcessInstance submitStartForm(String definitionId, String businessKey, Map<String, Object> variables) {
    doors.onlyVariables(START, variables);
    return doors.inWords(() -> super.submitStartForm(definitionId, businessKey, variables));
  }

  @Override
  public void submitTaskForm(String taskId, Map<String, Object> variables) {
    doors.onlyVariables(GuardedTaskService.ANSWERS, variables);
    doors.inWords(() -> {
      super.submitTaskForm(taskId, TaskFormListener.passing(variables));
      return null;
    });
  }

  @Override
  public VariableMap submitTaskFormWithVariablesInReturn(
      String taskId, Map<String, Object> variables, boolean deserialize) {
    doors.onlyVariables(GuardedTaskService.ANSWERS, variables);
    return doors.inWords(() -> super.submitTaskFormWithVariablesInReturn(taskId, TaskFormListener.passing(variables), deserialize));
  }
}

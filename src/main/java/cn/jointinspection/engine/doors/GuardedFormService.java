package cn.jointinspection.engine.doors;

import cn.jointinspection.engine.StartForm;
import cn.jointinspection.engine.forms.TaskFormListener;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/** Takes from a form what the form asks for, and nothing else. */
public final class GuardedFormService extends FormServiceImpl {

  private final Doors doors;
  private final Supplier<Stream<StartForm>> startForms;

  /** @param startForms asked at each start: the processes' beans are made after the engine */
  public GuardedFormService(Doors doors, Supplier<Stream<StartForm>> startForms) {
    this.doors = doors;
    this.startForms = startForms;
  }

  @Override
  public ProcessInstance submitStartForm(String definitionId, Map<String, Object> variables) {
    doors.onlyVariables(handedOver(), variables);
    return doors.inWords(() -> super.submitStartForm(definitionId, variables));
  }

  @Override
  public ProcessInstance submitStartForm(String definitionId, String businessKey, Map<String, Object> variables) {
    doors.onlyVariables(handedOver(), variables);
    return doors.inWords(() -> super.submitStartForm(definitionId, businessKey, variables));
  }

  @Override
  public void submitTaskForm(String taskId, Map<String, Object> variables) {
    doors.onlyVariables(GuardedTaskService.ANSWERS, variables);
    doors.onTask(taskId, () -> {
      super.submitTaskForm(taskId, TaskFormListener.passing(variables));
      return null;
    });
  }

  @Override
  public VariableMap submitTaskFormWithVariablesInReturn(
      String taskId, Map<String, Object> variables, boolean deserialize) {
    doors.onlyVariables(GuardedTaskService.ANSWERS, variables);
    return doors.onTask(taskId,
        () -> super.submitTaskFormWithVariablesInReturn(taskId, TaskFormListener.passing(variables), deserialize));
  }

  @Override
  public TaskFormData getTaskFormData(String taskId) {
    return doors.onTask(taskId, () -> super.getTaskFormData(taskId));
  }

  @Override
  public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
    return doors.onTask(taskId, () -> super.getTaskFormVariables(taskId, names, deserialize));
  }

  private Set<String> handedOver() {
    return startForms.get().flatMap(form -> form.variables().stream()).collect(Collectors.toUnmodifiableSet());
  }
}

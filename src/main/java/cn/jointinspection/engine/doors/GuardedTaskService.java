package cn.jointinspection.engine.doors;

import cn.jointinspection.engine.forms.TaskFormListener;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** A task ends through its form alone; whoever may work on it may neither hand it on nor lead it elsewhere. */
public final class GuardedTaskService extends TaskServiceImpl {

  static final Set<String> ANSWERS = Set.of(TaskFormListener.FORM);

  private final Doors doors;

  public GuardedTaskService(Doors doors) {
    this.doors = doors;
  }

  @Override
  public void claim(String taskId, String userId) {
    doors.onlyOneself(userId);
    doors.claiming(taskId, () -> super.claim(taskId, userId));
  }

  @Override
  public void complete(String taskId, Map<String, Object> variables) {
    doors.onlyVariables(ANSWERS, variables);
    doors.onTask(taskId, () -> {
      super.complete(taskId, TaskFormListener.passing(variables));
      return null;
    });
  }

  @Override
  public VariableMap completeWithVariablesInReturn(String taskId, Map<String, Object> variables, boolean deserialize) {
    doors.onlyVariables(ANSWERS, variables);
    return doors.onTask(taskId,
        () -> super.completeWithVariablesInReturn(taskId, TaskFormListener.passing(variables), deserialize));
  }

  @Override
  public void delegateTask(String taskId, String userId) {
    doors.notByPeople("委派任务");
    super.delegateTask(taskId, userId);
  }

  /** Would set variables, and take the task from its assignee. */
  @Override
  public void resolveTask(String taskId) {
    doors.notByPeople("交回委派");
    super.resolveTask(taskId);
  }

  @Override
  public void resolveTask(String taskId, Map<String, Object> variables) {
    doors.notByPeople("交回委派");
    super.resolveTask(taskId, variables);
  }

  @Override
  public void handleBpmnError(String taskId, String code, String message, Map<String, Object> variables) {
    doors.notByPeople("向流程报告错误");
    super.handleBpmnError(taskId, code, message, variables);
  }

  @Override
  public void handleBpmnError(String taskId, String code, String message) {
    doors.notByPeople("向流程报告错误");
    super.handleBpmnError(taskId, code, message);
  }

  @Override
  public void handleBpmnError(String taskId, String code) {
    doors.notByPeople("向流程报告错误");
    super.handleBpmnError(taskId, code);
  }

  @Override
  public void handleEscalation(String taskId, String code) {
    doors.notByPeople("向流程上报");
    super.handleEscalation(taskId, code);
  }

  @Override
  public void handleEscalation(String taskId, String code, Map<String, Object> variables) {
    doors.notByPeople("向流程上报");
    super.handleEscalation(taskId, code, variables);
  }
}

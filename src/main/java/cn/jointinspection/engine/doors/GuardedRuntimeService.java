package cn.jointinspection.engine.doors;

import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.runtime.RestartProcessInstanceBuilder;

/**
 * REST starts by a definition's id, with any variables and at any step: whoever may start a process could begin behind
 * its approval. The application itself starts by key.
 */
public final class GuardedRuntimeService extends RuntimeServiceImpl {

  private final Doors doors;

  public GuardedRuntimeService(Doors doors) {
    this.doors = doors;
  }

  @Override
  public ProcessInstantiationBuilder createProcessInstanceById(String definitionId) {
    doors.onlyAdministrators("不经表单启动流程");
    return super.createProcessInstanceById(definitionId);
  }

  @Override
  public RestartProcessInstanceBuilder restartProcessInstances(String definitionId) {
    doors.onlyAdministrators("从中途重新启动流程");
    return super.restartProcessInstances(definitionId);
  }
}

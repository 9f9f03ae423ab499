package cn.jointinspection.process.registrychange;

import cn.jointinspection.registry.intake.RegistryChanges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts an approved change in force; where the registry has changed since, it is to be approved again. */
@Component
class PutInForceDelegate implements JavaDelegate {

  private final RegistryChanges changes;

  PutInForceDelegate(RegistryChanges changes) {
    this.changes = changes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable(
        RegistryChangeProcess.VARIABLE_IN_FORCE, changes.putInForce(RegistryChangeDesk.changeId(execution)));
  }
}

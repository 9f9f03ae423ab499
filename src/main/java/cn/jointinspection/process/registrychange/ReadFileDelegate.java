package cn.jointinspection.process.registrychange;

import cn.jointinspection.registry.intake.RegistryChanges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reads the file and compares it with the registry; what was typed on a page was read when it was handed in. */
@Component
class ReadFileDelegate implements JavaDelegate {

  private final RegistryChanges changes;

  ReadFileDelegate(RegistryChanges changes) {
    this.changes = changes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable(RegistryChangeProcess.VARIABLE_USABLE, changes.read(RegistryChangeDesk.changeId(execution)));
  }
}

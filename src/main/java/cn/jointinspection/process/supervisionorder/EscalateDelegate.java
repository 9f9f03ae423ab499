package cn.jointinspection.process.supervisionorder;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes a missed deadline a supervision order (六). The late task itself stays open. */
@Component
class EscalateDelegate implements JavaDelegate {

  private final LatenessReader reader;
  private final SupervisionStarter starter;

  EscalateDelegate(LatenessReader reader, SupervisionStarter starter) {
    this.reader = reader;
    this.starter = starter;
  }

  @Override
  public void execute(DelegateExecution execution) {
    starter.start(reader.of(execution));
  }
}

package cn.jointinspection.process.dailyround;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class RaisePrioritiesDelegate implements JavaDelegate {

  private final Priorities priorities;

  RaisePrioritiesDelegate(Priorities priorities) {
    this.priorities = priorities;
  }

  @Override
  public void execute(DelegateExecution execution) {
    priorities.raise();
  }
}

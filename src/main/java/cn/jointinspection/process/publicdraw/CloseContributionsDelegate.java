package cn.jointinspection.process.publicdraw;

import cn.jointinspection.draw.DrawSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class CloseContributionsDelegate implements JavaDelegate {

  private final DrawSteps steps;

  CloseContributionsDelegate(DrawSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable(PublicDrawProcess.VARIABLE_PUBLIC_VALUE_NEED,
        steps.closeContributions(DrawFacts.drawId(execution)).name());
  }
}

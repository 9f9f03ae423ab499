package cn.jointinspection.process.publicdraw;

import cn.jointinspection.draw.Draws;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class CloseContributionsDelegate implements JavaDelegate {

  private final Draws draws;

  CloseContributionsDelegate(Draws draws) {
    this.draws = draws;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable(PublicDrawProcess.VARIABLE_PUBLIC_VALUE_NEED,
        draws.closeContributions(DrawFacts.drawId(execution)).name());
  }
}

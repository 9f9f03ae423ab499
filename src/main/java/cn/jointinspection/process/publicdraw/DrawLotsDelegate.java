package cn.jointinspection.process.publicdraw;

import cn.jointinspection.draw.DrawSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class DrawLotsDelegate implements JavaDelegate {

  private final DrawSteps steps;

  DrawLotsDelegate(DrawSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable(PublicDrawProcess.VARIABLE_SHORTFALLS, steps.draw(DrawFacts.drawId(execution)) > 0);
  }
}

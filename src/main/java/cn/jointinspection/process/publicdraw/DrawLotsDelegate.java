package cn.jointinspection.process.publicdraw;

import cn.jointinspection.draw.Draws;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class DrawLotsDelegate implements JavaDelegate {

  private final Draws draws;

  DrawLotsDelegate(Draws draws) {
    this.draws = draws;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable(PublicDrawProcess.VARIABLE_SHORTFALLS, draws.draw(DrawFacts.drawId(execution)) > 0);
  }
}

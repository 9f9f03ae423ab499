package cn.jointinspection.process.publicdraw;

import cn.jointinspection.engine.MissingVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class AbandonDrawDelegate implements JavaDelegate {

  private final DrawAbandonment abandonment;

  AbandonDrawDelegate(DrawAbandonment abandonment) {
    this.abandonment = abandonment;
  }

  @Override
  public void execute(DelegateExecution execution) {
    abandonment.abandon(
        MissingVariable.require(execution, PublicDrawProcess.VARIABLE_JOINT_INSPECTION_ID),
        DrawFacts.drawId(execution));
    execution.setVariable(PublicDrawProcess.VARIABLE_DRAW_OUTCOME, DrawOutcome.ABANDONED.name());
  }
}

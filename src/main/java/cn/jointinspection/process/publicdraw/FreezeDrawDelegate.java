package cn.jointinspection.process.publicdraw;

import cn.jointinspection.engine.MissingVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FreezeDrawDelegate implements JavaDelegate {

  private final DrawStart start;

  FreezeDrawDelegate(DrawStart start) {
    this.start = start;
  }

  @Override
  public void execute(DelegateExecution execution) {
    DrawStart.Started started =
        start.freeze(MissingVariable.require(execution, PublicDrawProcess.VARIABLE_JOINT_INSPECTION_ID));
    execution.setVariable(PublicDrawProcess.VARIABLE_DRAW_ID, started.drawId());
    execution.setVariable(PublicDrawProcess.VARIABLE_DRAW_OUTCOME, started.outcome().name());
  }
}

package cn.jointinspection.process.deadlinerecomputation;

import cn.jointinspection.deadlines.limits.Recomputations;
import cn.jointinspection.engine.MissingVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tries one batch of the listed waits. */
@Component
class PreviewDeadlinesDelegate implements JavaDelegate {

  private final Recomputations recomputations;

  PreviewDeadlinesDelegate(Recomputations recomputations) {
    this.recomputations = recomputations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    long id = Long.parseLong(
        MissingVariable.require(execution, DeadlineRecomputationProcess.VARIABLE_RECOMPUTATION_ID));
    execution.setVariable(DeadlineRecomputationProcess.VARIABLE_MORE_TO_PREVIEW, recomputations.preview(id));
    execution.setVariable(DeadlineRecomputationProcess.VARIABLE_ANY_CHANGE, recomputations.anyChange(id));
  }
}

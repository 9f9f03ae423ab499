package cn.jointinspection.process.deadlinerecomputation;

import cn.jointinspection.deadlines.limits.Recomputations;
import cn.jointinspection.engine.MissingVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sets the deadlines of one batch. */
@Component
class ApplyDeadlinesDelegate implements JavaDelegate {

  private final Recomputations recomputations;

  ApplyDeadlinesDelegate(Recomputations recomputations) {
    this.recomputations = recomputations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    long id = Long.parseLong(
        MissingVariable.require(execution, DeadlineRecomputationProcess.VARIABLE_RECOMPUTATION_ID));
    execution.setVariable(DeadlineRecomputationProcess.VARIABLE_MORE_TO_APPLY, recomputations.apply(id));
  }
}

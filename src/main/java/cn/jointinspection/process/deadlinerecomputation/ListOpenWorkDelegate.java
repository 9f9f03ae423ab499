package cn.jointinspection.process.deadlinerecomputation;

import cn.jointinspection.deadlines.limits.Recomputations;
import cn.jointinspection.engine.MissingVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lists what waits by a time limit, and ends older offers that nobody decided. */
@Component
class ListOpenWorkDelegate implements JavaDelegate {

  private final Recomputations recomputations;

  ListOpenWorkDelegate(Recomputations recomputations) {
    this.recomputations = recomputations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    long id = Long.parseLong(
        MissingVariable.require(execution, DeadlineRecomputationProcess.VARIABLE_RECOMPUTATION_ID));
    recomputations.list(id);
  }
}

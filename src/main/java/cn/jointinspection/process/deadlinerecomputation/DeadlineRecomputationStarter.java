package cn.jointinspection.process.deadlinerecomputation;

import cn.jointinspection.deadlines.limits.Recomputation;
import cn.jointinspection.deadlines.limits.RecomputationRun;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class DeadlineRecomputationStarter implements RecomputationRun {

  private final RuntimeService runtime;

  DeadlineRecomputationStarter(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void begin(long id) {
    runtime.startProcessInstanceByKey(DeadlineRecomputationProcess.KEY, Recomputation.number(id),
        Map.of(DeadlineRecomputationProcess.VARIABLE_RECOMPUTATION_ID, id));
  }

  @Override
  public void replace(long id) {
    runtime.createMessageCorrelation(DeadlineRecomputationProcess.MESSAGE_LIMITS_REPLACED)
        .processInstanceBusinessKey(Recomputation.number(id)).correlateAll();
  }
}

package cn.jointinspection.process.publicdraw;

import cn.jointinspection.draw.DrawWords;
import cn.jointinspection.draw.FreezeRequest;
import cn.jointinspection.plan.RiskRule;
import cn.jointinspection.registry.RiskClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Strata and weights from {@code sampling-policy.dmn}, which the office changes by filing (四). */
@Component
class Strata {

  private static final String DECISION = "sampling-policy";

  private final DecisionService decisions;

  Strata(@Lazy DecisionService decisions) {
    this.decisions = decisions;
  }

  /** In rising risk; a class of weight 0 is not drawn. */
  List<FreezeRequest.Stratum> of(RiskRule rule, String jointInspectionId) {
    if (rule == RiskRule.NONE) {
      return List.of(new FreezeRequest.Stratum(DrawWords.ONE_STRATUM, weight(rule, jointInspectionId, "")));
    }
    List<FreezeRequest.Stratum> strata = new ArrayList<>();
    for (RiskClass riskClass : RiskClass.values()) {
      int weight = weight(rule, jointInspectionId, riskClass.name());
      if (weight > 0) {
        strata.add(new FreezeRequest.Stratum(riskClass.name(), weight));
      }
    }
    return strata;
  }

  private int weight(RiskRule rule, String jointInspectionId, String riskClass) {
    Number weight = decisions.evaluateDecisionTableByKey(DECISION,
            Map.of("riskRule", rule.name(), "jointInspectionId", jointInspectionId, "riskClass", riskClass))
        .getSingleResult().getEntry("weight");
    return weight.intValue();
  }
}

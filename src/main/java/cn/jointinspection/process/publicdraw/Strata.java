package cn.jointinspection.process.publicdraw;

import cn.jointinspection.draw.DrawWords;
import cn.jointinspection.draw.FreezeRequest;
import cn.jointinspection.engine.Actors;
import cn.jointinspection.plan.PlanItem;
import cn.jointinspection.plan.RiskRule;
import cn.jointinspection.registry.RiskClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Strata and weights of an item's draw: those filed for the item, else those of {@code sampling-policy.dmn} (四). */
@Component
public class Strata {

  private static final String DECISION = "sampling-policy";

  private final DecisionService decisions;
  private final Actors actors;

  Strata(@Lazy DecisionService decisions, @Lazy Actors actors) {
    this.decisions = decisions;
    this.actors = actors;
  }

  /** In rising risk; a class of weight 0 is not drawn. */
  public List<FreezeRequest.Stratum> of(PlanItem item) {
    return item.weights().isEmpty() ? byPolicy(item.risk().rule())
        : item.weights().entrySet().stream()
            .map(weight -> new FreezeRequest.Stratum(weight.getKey().name(), weight.getValue())).toList();
  }

  /** What holds for every item of this rule that has no weights of its own. */
  public List<FreezeRequest.Stratum> byPolicy(RiskRule rule) {
    if (rule == RiskRule.NONE) {
      return List.of(new FreezeRequest.Stratum(DrawWords.ONE_STRATUM, weight(rule, "")));
    }
    List<FreezeRequest.Stratum> strata = new ArrayList<>();
    for (RiskClass riskClass : RiskClass.values()) {
      int weight = weight(rule, riskClass.name());
      if (weight > 0) {
        strata.add(new FreezeRequest.Stratum(riskClass.name(), weight));
      }
    }
    return strata;
  }

  /** The table is public policy; whoever is shown a draw's weights need not be allowed to evaluate tables himself. */
  private int weight(RiskRule rule, String riskClass) {
    Number weight = actors.unrestricted(() -> decisions
        .evaluateDecisionTableByKey(DECISION, Map.of("riskRule", rule.name(), "riskClass", riskClass))
        .getSingleResult().getEntry("weight"));
    return weight.intValue();
  }
}

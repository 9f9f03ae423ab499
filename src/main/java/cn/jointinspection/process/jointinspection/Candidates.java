package cn.jointinspection.process.jointinspection;

import cn.jointinspection.draw.FreezeRequest;
import cn.jointinspection.plan.PlanItem;
import cn.jointinspection.plan.RiskRule;
import cn.jointinspection.process.publicdraw.Strata;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.registry.ScopeCounts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How many objects an item can draw from, by class, as the forms show it. */
@Component
class Candidates {

  private final InspectionObjects objects;
  private final Strata strata;

  Candidates(InspectionObjects objects, Strata strata) {
    this.objects = objects;
    this.strata = strata;
  }

  /** @param weight of the class in the draw; null where classes are not told apart */
  record ClassCount(String code, String label, int count, Integer weight) {}

  /**
   * @param weightsFiled whether the weights are the item's own, by filing (二)
   * @param unrated objects without a class, counted as B
   * @param minimum least number that the plan's ratio asks for
   */
  record Counts(List<ClassCount> classes, int total, int unrated, int notInForce, int minimum, boolean weightsFiled) {}

  Counts of(PlanItem item) {
    ScopeCounts counts = objects.countByClass(item.scopeId(), item.leadDepartment());
    Map<String, Integer> weights = strata.of(item).stream()
        .collect(Collectors.toMap(FreezeRequest.Stratum::code, FreezeRequest.Stratum::weight));
    List<ClassCount> classes = Arrays.stream(RiskClass.values())
        .filter(riskClass -> item.risk().rule() != RiskRule.C_AND_D_ONLY || riskClass.compareTo(RiskClass.C) >= 0)
        .map(riskClass -> new ClassCount(riskClass.name(), riskClass.label(), counts.byClass().get(riskClass)
            + (riskClass == RiskClass.B ? counts.unrated() : 0), weights.get(riskClass.name())))
        .toList();
    int total = classes.stream().mapToInt(ClassCount::count).sum();
    int minimum = (int) ((total * (long) item.ratio().basisPoints() + 9_999) / 10_000);
    return new Counts(classes, total, counts.unrated(), counts.notInForce(), minimum,
        !item.weights().isEmpty());
  }
}

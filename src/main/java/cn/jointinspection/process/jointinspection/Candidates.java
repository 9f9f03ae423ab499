package cn.jointinspection.process.jointinspection;

import cn.jointinspection.plan.PlanItem;
import cn.jointinspection.plan.RiskRule;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.registry.ScopeCounts;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many objects an item can draw from, by class, as the forms show it. */
@Component
class Candidates {

  private final InspectionObjects objects;

  Candidates(InspectionObjects objects) {
    this.objects = objects;
  }

  record ClassCount(String code, String label, int count) {}

  /**
   * @param unrated objects without a class, counted as B
   * @param minimum least number that the plan's ratio asks for
   */
  record Counts(List<ClassCount> classes, int total, int unrated, int notInForce, int minimum) {}

  Counts of(PlanItem item) {
    ScopeCounts counts = objects.countByClass(item.scopeId());
    List<ClassCount> classes = Arrays.stream(RiskClass.values())
        .filter(riskClass -> item.riskRule() != RiskRule.C_AND_D_ONLY || riskClass.compareTo(RiskClass.C) >= 0)
        .map(riskClass -> new ClassCount(riskClass.name(), riskClass.label(), counts.byClass().get(riskClass)
            + (riskClass == RiskClass.B ? counts.unrated() : 0)))
        .toList();
    int total = classes.stream().mapToInt(ClassCount::count).sum();
    int minimum = (int) ((total * (long) item.basisPoints() + 9_999) / 10_000);
    return new Counts(classes, total, counts.unrated(), counts.notInForce(), minimum);
  }
}

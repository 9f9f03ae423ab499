package cn.jointinspection.process.publicdraw;

import cn.jointinspection.draw.Draw;
import cn.jointinspection.draw.DrawSteps;
import cn.jointinspection.draw.FreezeRequest;
import cn.jointinspection.draw.PublicSource;
import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.PlanChanges;
import cn.jointinspection.inspection.Scheme;
import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.plan.PlanItem;
import cn.jointinspection.plan.RiskRule;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns a co-signed scheme and its plan item into a frozen draw. */
@Service
class DrawStart {

  /** The engine itself freezes: no person can choose the moment to please himself. */
  private static final String SYSTEM = "system";

  private final JointInspections inspections;
  private final PlanChanges changes;
  private final AnnualPlans plans;
  private final Strata strata;
  private final DrawSteps steps;

  DrawStart(JointInspections inspections, PlanChanges changes, AnnualPlans plans, Strata strata, DrawSteps steps) {
    this.inspections = inspections;
    this.changes = changes;
    this.plans = plans;
    this.strata = strata;
    this.steps = steps;
  }

  record Started(String drawId, DrawOutcome outcome) {}

  @Transactional
  Started freeze(String jointInspectionId) {
    JointInspection inspection = changes.hold(jointInspectionId);
    Draw draw = steps.freeze(request(inspection, plans.item(inspection.plan().id(), inspection.plan().rowNo())), SYSTEM);
    if (draw.frozen().candidates() > 0) {
      return new Started(draw.id(), DrawOutcome.DRAWN);
    }
    steps.abandon(draw.id(), "名录中没有可抽取的对象", SYSTEM);
    inspections.nothingToDraw(jointInspectionId);
    return new Started(draw.id(), DrawOutcome.NO_CANDIDATES);
  }

  private FreezeRequest request(JointInspection inspection, PlanItem item) {
    Scheme scheme = inspection.scheme();
    List<String> taking = inspection.departments();
    boolean atLeast = item.ratio().atLeast();
    return new FreezeRequest(
        inspection.id(), inspection.plan().year(), inspection.title(), item.scopeId(),
        item.leadDepartment(), item.matters(), scheme.nature(),
        new FreezeRequest.Ratio(atLeast, item.ratio().basisPoints(), atLeast ? scheme.planned() : null), strata.of(item),
        item.risk().rule() != RiskRule.NONE,
        scheme.teams().stream().filter(team -> taking.contains(team.department()))
            .map(team -> new FreezeRequest.Team(team.department(), team.count(), new TreeMap<>(team.labels()))).toList(),
        scheme.slack(), new PublicSource(scheme.publicKind(), scheme.publicSource()));
  }
}

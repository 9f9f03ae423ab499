package cn.jointinspection.process.publicdraw;

import cn.jointinspection.draw.Draw;
import cn.jointinspection.draw.DrawWords;
import cn.jointinspection.draw.Draws;
import cn.jointinspection.engine.MissingVariable;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.registry.Departments;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** What people must know of a frozen draw: numbers only, never who is on the lists. */
@Component
class DrawFacts {

  private final Draws draws;
  private final JointInspections inspections;
  private final AnnualPlans plans;
  private final Departments departments;

  DrawFacts(Draws draws, JointInspections inspections, AnnualPlans plans, Departments departments) {
    this.draws = draws;
    this.inspections = inspections;
    this.plans = plans;
    this.departments = departments;
  }

  record Count(String label, int count) {}

  record Facts(
      String id, int number, String title, OffsetDateTime frozenAt, int candidates, List<Count> strata, int excluded,
      List<Count> exclusions, String freeze, String publicKind, String publicSource) {}

  record Progress(String name, boolean contributed) {}

  static String drawId(WorkItem item) {
    return item.variable(PublicDrawProcess.VARIABLE_DRAW_ID);
  }

  static String drawId(org.camunda.bpm.engine.delegate.DelegateExecution execution) {
    return MissingVariable.require(execution, PublicDrawProcess.VARIABLE_DRAW_ID);
  }

  Draw draw(WorkItem item) {
    return draws.get(drawId(item));
  }

  /** Of the joint inspection. */
  List<String> matters(WorkItem item) {
    JointInspection.PlanReference plan = inspections.get(draw(item).jointInspectionId()).plan();
    return plans.item(plan.id(), plan.rowNo()).matters();
  }

  String subject(WorkItem item) {
    return draw(item).title();
  }

  Facts of(WorkItem item) {
    Draw draw = draw(item);
    Draw.Frozen frozen = draw.frozen();
    return new Facts(draw.id(), draw.number(), draw.title(), frozen.at(), frozen.candidates(),
        frozen.candidatesByStratum().entrySet().stream()
            .map(s -> new Count(DrawWords.stratum(s.getKey()), s.getValue())).toList(),
        frozen.excluded(),
        frozen.exclusionsByReason().entrySet().stream()
            .map(e -> new Count(DrawWords.exclusion(e.getKey()), e.getValue())).toList(),
        frozen.freeze(), DrawWords.publicKind(draw.publicSource().kind()), draw.publicSource().source());
  }

  List<Progress> progress(String drawId) {
    return draws.contributions(drawId).stream()
        .map(c -> new Progress(name(c.department()), c.nonce() != null)).toList();
  }

  String name(String department) {
    return departments.byCode(department).name();
  }
}

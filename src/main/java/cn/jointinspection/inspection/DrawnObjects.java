package cn.jointinspection.inspection;

import cn.jointinspection.draw.DrawResult;
import cn.jointinspection.draw.Draws;
import cn.jointinspection.draw.SubstituteOutcome;
import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.registry.InspectionObject;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.MatterCoverage;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Turns what was drawn into object inspections, department checks and teams. */
@Component
class DrawnObjects {

  private static final String DRAWN = "DRAWN";

  private final Draws draws;
  private final InspectionObjects registry;
  private final MatterCoverage coverage;
  private final AnnualPlans plans;
  private final ObjectInspectionTable objects;
  private final DepartmentCheckTable checks;

  DrawnObjects(Draws draws, InspectionObjects registry, MatterCoverage coverage, AnnualPlans plans,
      ObjectInspectionTable objects, DepartmentCheckTable checks) {
    this.draws = draws;
    this.registry = registry;
    this.coverage = coverage;
    this.plans = plans;
    this.objects = objects;
    this.checks = checks;
  }

  /** @return how many objects were drawn */
  int record(JointInspection joint, String drawId) {
    DrawResult result = draws.result(drawId);
    for (DrawResult.Selected selected : result.selected()) {
      add(joint, selected.visitNo(), selected.objectNo(), selected.stratum(),
          result.teams().getOrDefault(selected.objectNo(), Map.of()), null);
    }
    cover(joint, result.selected().stream().map(DrawResult.Selected::objectNo).toList());
    return result.selected().size();
  }

  /** The replacement is covered for the year in place of the object that is gone. */
  ObjectInspection replace(JointInspection joint, ObjectInspection gone, int visitNo, SubstituteOutcome outcome) {
    release(gone);
    cover(joint, List.of(outcome.replacementObjectNo()));
    return add(joint, visitNo, outcome.replacementObjectNo(), outcome.stratum(), outcome.team(), gone.id());
  }

  /** An object that was not inspected after all may be drawn again this year. */
  void release(ObjectInspection gone) {
    coverage.release(gone.objectNo(), gone.jointInspectionId());
  }

  /** Once is enough (1次/年): no other draw of the year takes these objects for the same matters. */
  private void cover(JointInspection joint, List<String> objectNos) {
    coverage.cover(joint.id(), joint.year(), plans.item(joint.planId(), joint.rowNo()).matters(), objectNos);
  }

  /** @param replaces id of the object inspection it is drawn for; then it is started at once; null in the first draw */
  private ObjectInspection add(JointInspection joint, int visitNo, String objectNo, String stratum,
      Map<String, List<String>> teams, String replaces) {
    InspectionObject object = registry.find(objectNo)
        .orElseThrow(() -> new CommonRules.UnknownInspection("检查对象", objectNo));
    var inspection = new ObjectInspection(joint.id() + "/" + visitNo, joint.id(), visitNo, objectNo, object.name(),
        object.address(), object.riskClass() == null ? null : object.riskClass().name(), stratum,
        replaces == null ? ObjectInspectionStatus.PLANNED : ObjectInspectionStatus.STARTED, null, null, null, null,
        null, replaces, null, 0);
    objects.insert(inspection);
    for (String department : joint.departments()) {
      long check = checks.insert(inspection.id(), department);
      teams.getOrDefault(department, List.of()).forEach(inspector -> checks.addMember(check, inspector, DRAWN));
    }
    return inspection;
  }
}

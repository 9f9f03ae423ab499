package cn.jointinspection.inspection;

import cn.jointinspection.draw.DrawResult;
import cn.jointinspection.draw.Draws;
import cn.jointinspection.draw.SubstituteOutcome;
import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.registry.InspectionObject;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.MatterCoverage;
import cn.jointinspection.registry.Visits;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns what was drawn into object inspections, department checks and teams. */
@Component
class DrawnObjects {

  private final Draws draws;
  private final InspectionObjects registry;
  private final MatterCoverage coverage;
  private final Visits visits;
  private final AnnualPlans plans;
  private final ObjectInspectionTable objects;
  private final DepartmentCheckTable checks;

  DrawnObjects(Draws draws, InspectionObjects registry, MatterCoverage coverage, Visits visits,
      AnnualPlans plans, ObjectInspectionTable objects, DepartmentCheckTable checks) {
    this.draws = draws;
    this.registry = registry;
    this.coverage = coverage;
    this.visits = visits;
    this.plans = plans;
    this.objects = objects;
    this.checks = checks;
  }

  /** @return how many objects were drawn */
  int record(JointInspection joint, String drawId) {
    DrawResult result = draws.result(drawId);
    List<String> objectNos = result.selected().stream().map(DrawResult.Selected::objectNo).toList();
    Map<String, InspectionObject> registered = registry.byNumber(objectNos);
    objects.insert(result.selected().stream()
        .map(selected -> visit(joint, selected.visitNo(), selected.stratum(),
            registered(registered, selected.objectNo()), null))
        .toList());
    checks.insertDrawn(joint.id(), joint.departments(), result.selected().stream()
        .flatMap(selected -> places(visitId(joint, selected.visitNo()), result.teams().get(selected.objectNo())))
        .toList());
    cover(joint, objectNos);
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
    visits.callOff(gone.objectNo(), gone.jointInspectionId());
  }

  /** Once is enough (1次/年): no other draw of the year takes these objects for the same matters. */
  private void cover(JointInspection joint, List<String> objectNos) {
    coverage.cover(joint.id(), joint.plan().year(), plans.item(joint.plan().id(), joint.plan().rowNo()).matters(), objectNos);
  }

  private ObjectInspection add(JointInspection joint, int visitNo, String objectNo, String stratum,
      Map<String, List<String>> teams, String replaces) {
    ObjectInspection visit =
        visit(joint, visitNo, stratum, registered(registry.byNumber(List.of(objectNo)), objectNo), replaces);
    objects.insert(List.of(visit));
    checks.insertDrawn(joint.id(), joint.departments(), places(visit.id(), teams).toList());
    return visit;
  }

  private static InspectionObject registered(Map<String, InspectionObject> registered, String objectNo) {
    InspectionObject object = registered.get(objectNo);
    if (object == null) {
      throw new CommonRules.UnknownInspection("检查对象", objectNo);
    }
    return object;
  }

  /** @param replaces id of the object inspection it is drawn for; then it is started at once; null in the first draw */
  private static ObjectInspection visit(
      JointInspection joint, int visitNo, String stratum, InspectionObject object, String replaces) {
    return new ObjectInspection(visitId(joint, visitNo), joint.id(), visitNo,
        new ObjectInspection.Drawn(object.objectNo(), object.name(), object.address(),
            object.riskClass() == null ? null : object.riskClass().name(), stratum),
        replaces == null ? ObjectInspectionStatus.PLANNED : ObjectInspectionStatus.STARTED, null, null, replaces, null,
        0);
  }

  private static String visitId(JointInspection joint, int visitNo) {
    return joint.id() + "/" + visitNo;
  }

  /** @param teams of the object by department, in order of picking; null where none were picked */
  private static Stream<DrawnPlace> places(String visitId, Map<String, List<String>> teams) {
    return teams == null ? Stream.of() : teams.entrySet().stream()
        .flatMap(team -> IntStream.range(0, team.getValue().size())
            .mapToObj(i -> new DrawnPlace(visitId, team.getKey(), team.getValue().get(i), i + 1)));
  }
}

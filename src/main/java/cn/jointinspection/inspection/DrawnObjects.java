package cn.jointinspection.inspection;

import cn.jointinspection.draw.DrawResult;
import cn.jointinspection.draw.Draws;
import cn.jointinspection.registry.InspectionObject;
import cn.jointinspection.registry.InspectionObjects;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Turns what was drawn into object inspections, department checks and teams. */
@Component
class DrawnObjects {

  private static final String DRAWN = "DRAWN";

  private final Draws draws;
  private final InspectionObjects registry;
  private final ObjectInspectionTable objects;
  private final DepartmentCheckTable checks;

  DrawnObjects(
      Draws draws, InspectionObjects registry, ObjectInspectionTable objects, DepartmentCheckTable checks) {
    this.draws = draws;
    this.registry = registry;
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
    return result.selected().size();
  }

  /** @param replaces id of the object inspection it is drawn for; then it is started at once; null in the first draw */
  ObjectInspection add(JointInspection joint, int visitNo, String objectNo, String stratum,
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

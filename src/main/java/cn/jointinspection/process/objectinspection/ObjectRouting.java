package cn.jointinspection.process.objectinspection;

import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.ObjectInspections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers the questions of {@code object-inspection.bpmn} from the tables. */
@Component("objectRouting")
public class ObjectRouting {

  private final ObjectInspections objects;
  private final DepartmentChecks checks;

  ObjectRouting(ObjectInspections objects, DepartmentChecks checks) {
    this.objects = objects;
    this.checks = checks;
  }

  /** Called by the model: codes of the departments that have still to check. */
  public List<String> departmentsToCheck(String objectInspectionId) {
    return objects.pendingDepartments(objectInspectionId);
  }

  /** Called by the model: codes of the departments that have still to enter and publish. */
  public List<String> departmentsToPublish(String objectInspectionId) {
    return objects.departmentsToPublish(objectInspectionId);
  }

  /** Called by the model: whether the result names a body in charge (五). */
  public boolean referralNeeded(String objectInspectionId, String department) {
    return checks.refers(objectInspectionId, department);
  }

  /** Called by the model: whether at least two are left in the team; where nothing is to be checked, nobody is needed. */
  public boolean teamComplete(String objectInspectionId, String department) {
    return !objects.pendingDepartments(objectInspectionId).contains(department)
        || checks.get(objectInspectionId, department).canBeCarriedOut();
  }
}

package cn.jointinspection.process.jointinspection;

import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.ObjectInspection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts the process of one object: an instance of its own, tied to its joint inspection by business key. */
@Component
public class ObjectInspectionStarter {

  private static final String PROCESS = "object-inspection";

  private final RuntimeService runtime;
  private final JointInspections inspections;

  ObjectInspectionStarter(@Lazy RuntimeService runtime, JointInspections inspections) {
    this.runtime = runtime;
    this.inspections = inspections;
  }

  /** @param objects of one joint inspection, marked as started in this same transaction */
  public void start(List<ObjectInspection> objects) {
    if (!objects.isEmpty()) {
      String lead = inspections.get(objects.get(0).jointInspectionId()).leadDepartment();
      objects.forEach(object -> start(object, lead));
    }
  }

  private void start(ObjectInspection object, String lead) {
    runtime.startProcessInstanceByKey(PROCESS, object.id(), Map.of(
        "objectInspectionId", object.id(),
        JointInspectionProcess.VARIABLE_JOINT_INSPECTION_ID, object.jointInspectionId(),
        JointInspectionProcess.VARIABLE_LEAD_DEPARTMENT, lead));
  }
}

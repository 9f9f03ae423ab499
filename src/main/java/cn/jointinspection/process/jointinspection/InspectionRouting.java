package cn.jointinspection.process.jointinspection;

import cn.jointinspection.inspection.Acceptance;
import cn.jointinspection.inspection.Cosign;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.Participation;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Answers the questions of {@code joint-inspection.bpmn} from the tables. */
@Component("inspectionRouting")
public class InspectionRouting {

  private final JointInspections inspections;

  InspectionRouting(JointInspections inspections) {
    this.inspections = inspections;
  }

  /** Called by the model: codes of the departments that have yet to answer the scheme. */
  public List<String> departmentsToCosign(String jointInspectionId) {
    return departments(jointInspectionId,
        participation -> !participation.lead() && participation.cosign() == Cosign.PENDING);
  }

  /** Called by the model. */
  public boolean allAgreed(String jointInspectionId) {
    return departments(jointInspectionId, participation -> participation.cosign() == Cosign.REFUSED).isEmpty();
  }

  /** Called by the model: codes of the departments that have yet to take on their part. */
  public List<String> departmentsToAccept(String jointInspectionId) {
    return departments(jointInspectionId, participation -> participation.acceptance() == Acceptance.PENDING);
  }

  /** Called by the model. */
  public boolean allAccepted(String jointInspectionId) {
    return departments(jointInspectionId, participation -> participation.acceptance() != Acceptance.ACCEPTED).isEmpty();
  }

  private List<String> departments(String jointInspectionId, Predicate<Participation> which) {
    return inspections.get(jointInspectionId).participations().stream()
        .filter(Participation::takesPart).filter(which).map(Participation::department).toList();
  }
}

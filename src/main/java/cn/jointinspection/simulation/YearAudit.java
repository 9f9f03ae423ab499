package cn.jointinspection.simulation;

import cn.jointinspection.draw.Draws;
import cn.jointinspection.inspection.CheckStatus;
import cn.jointinspection.inspection.DepartmentCheck;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.inspection.JointInspectionStatus;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.ObjectInspection;
import cn.jointinspection.inspection.ObjectInspectionStatus;
import cn.jointinspection.inspection.ObjectInspections;
import cn.jointinspection.publicsite.Disclosures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Whether a year that has been lived through is in order; a reader of tables and engine, apart from all that wrote them. */
@Component
@Profile("simulation")
class YearAudit {

  private final RuntimeService runtime;
  private final JointInspections inspections;
  private final ObjectInspections objects;
  private final DepartmentChecks checks;
  private final Draws draws;
  private final Disclosures disclosures;

  YearAudit(RuntimeService runtime, JointInspections inspections, ObjectInspections objects, DepartmentChecks checks,
      Draws draws, Disclosures disclosures) {
    this.runtime = runtime;
    this.inspections = inspections;
    this.objects = objects;
    this.checks = checks;
    this.draws = draws;
    this.disclosures = disclosures;
  }

  /** One sentence for each thing that is not in order; none if all is. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    engineIsQuiet(complaints);
    inspections.all().forEach(joint -> ended(joint, complaints));
    eachResultIsPublishedOnce(complaints);
    return complaints;
  }

  private void engineIsQuiet(List<String> complaints) {
    runtime.createIncidentQuery().list()
        .forEach(incident -> complaints.add("事件 " + incident.getActivityId() + "：" + incident.getIncidentMessage()));
    runtime.createProcessInstanceQuery().list().forEach(instance ->
        complaints.add("流程没有结束：" + instance.getProcessDefinitionId() + "，" + instance.getBusinessKey()));
  }

  private void ended(JointInspection joint, List<String> complaints) {
    if (joint.status() != JointInspectionStatus.COMPLETED && joint.status() != JointInspectionStatus.CANCELLED) {
      complaints.add(joint.id() + " 停在“" + joint.status().text() + "”");
    }
    if (joint.drawId() == null) {
      return;
    }
    List<ObjectInspection> inspected = objects.ofJointInspection(joint.id());
    Set<String> missing =
        draws.result(joint.drawId()).selected().stream().map(s -> s.objectNo()).collect(Collectors.toCollection(HashSet::new));
    inspected.forEach(object -> missing.remove(object.objectNo()));
    missing.forEach(object -> complaints.add(joint.id() + " 抽中的 " + object + " 没有检查"));
    inspected.forEach(object -> endedOnce(object, complaints));
  }

  private void endedOnce(ObjectInspection object, List<String> complaints) {
    boolean inspected = object.status() == ObjectInspectionStatus.FINISHED;
    boolean dropped = object.voidReason() != null
        && (object.status() == ObjectInspectionStatus.SUBSTITUTED || object.status() == ObjectInspectionStatus.VOID);
    if (!inspected && !dropped) {
      complaints.add(object.id() + " 停在“" + object.status().text() + "”，没有结果也没有原因");
    }
    JointInspection joint = inspections.get(object.jointInspectionId());
    for (DepartmentCheck check : checks.ofObject(object.id())) {
      boolean excused = check.status() == CheckStatus.DROPPED
          && (dropped || !joint.participation(check.department()).takesPart());
      if (check.status() != CheckStatus.PUBLISHED && !excused) {
        complaints.add(object.id() + " 的 " + check.department() + " 停在“" + check.status().text() + "”");
      }
    }
  }

  /** A check has at most one disclosure by the table's key, so equal numbers mean one each. */
  private void eachResultIsPublishedOnce(List<String> complaints) {
    long published = inspections.all().stream().flatMap(joint -> inspections.progress(joint.id()).stream())
        .mapToLong(progress -> progress.published()).sum();
    long disclosed = disclosures.search(null, 1, 1).total();
    if (published != disclosed) {
      complaints.add("记为已公示的结果有 " + published + " 件，公示栏有 " + disclosed + " 件");
    }
  }
}

package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.DepartmentCheck;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.RecusalRequest;
import cn.jointinspection.inspection.RecusalRequests;
import cn.jointinspection.inspection.TeamMember;
import cn.jointinspection.registry.RecusalReason;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Requests for recusal as the forms show them. */
@Component
class RecusalFacts {

  private final DepartmentChecks checks;
  private final RecusalRequests requests;

  RecusalFacts(DepartmentChecks checks, RecusalRequests requests) {
    this.checks = checks;
    this.requests = requests;
  }

  /** @param note nullable */
  record Open(long id, String inspector, String name, String reason, String note, String requestedBy, Instant at) {}

  /** The check that a recusal from this task is about; notice is given by the lead department's team. */
  DepartmentCheck check(WorkItem item) {
    boolean notice = ObjectInspectionProcess.USER_TASK_GIVE_NOTICE.equals(item.task());
    return checks.get(item.variable(ObjectInspectionProcess.VARIABLE_OBJECT_INSPECTION_ID), item.variable(notice
        ? ObjectInspectionProcess.VARIABLE_LEAD_DEPARTMENT : ObjectInspectionProcess.VARIABLE_DEPARTMENT));
  }

  List<Open> open(DepartmentCheck check) {
    return requests.open(check.id()).stream().map(request -> open(check, request)).toList();
  }

  private static Open open(DepartmentCheck check, RecusalRequest request) {
    return new Open(request.id(), request.inspector(), name(check, request.inspector()),
        RecusalReason.valueOf(request.reason()).label(), request.note(),
        ObjectFacts.personName(check, request.requestedBy()), request.requestedAt());
  }

  private static String name(DepartmentCheck check, String inspector) {
    return check.team().stream().filter(member -> member.inspector().equals(inspector)).map(TeamMember::name)
        .findFirst().orElse(inspector);
  }
}

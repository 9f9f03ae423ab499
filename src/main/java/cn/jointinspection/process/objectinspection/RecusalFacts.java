package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.inspection.DepartmentCheck;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.RecusalRequest;
import cn.jointinspection.inspection.RecusalRequests;
import cn.jointinspection.inspection.TeamMember;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.RecusalReaders;
import cn.jointinspection.registry.RecusalReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Requests for recusal as the forms show them. */
@Component
class RecusalFacts {

  private final DepartmentChecks checks;
  private final RecusalRequests requests;
  private final Actors actors;

  RecusalFacts(DepartmentChecks checks, RecusalRequests requests, Actors actors) {
    this.checks = checks;
    this.requests = requests;
    this.actors = actors;
  }

  /**
   * @param reason null for colleagues, who must not know it
   * @param note null where there is none, and for colleagues
   */
  record Open(long id, String inspector, String name, String reason, String note, String requestedBy, Instant at) {}

  /** The check that a recusal from this task is about; notice is given by the lead department's team. */
  DepartmentCheck check(WorkItem item) {
    boolean notice = ObjectInspectionProcess.USER_TASK_GIVE_NOTICE.equals(item.task());
    return checks.get(item.variable(ObjectInspectionProcess.VARIABLE_OBJECT_INSPECTION_ID), item.variable(notice
        ? ObjectInspectionProcess.VARIABLE_LEAD_DEPARTMENT : ObjectInspectionProcess.VARIABLE_DEPARTMENT));
  }

  /** As the signed-in person may see them. */
  List<Open> open(DepartmentCheck check) {
    Actor reader = actors.current();
    return requests.open(check.id()).stream().map(request -> open(check, request, reader)).toList();
  }

  private static Open open(DepartmentCheck check, RecusalRequest request, Actor reader) {
    Optional<TeamMember> concerned =
        check.team().stream().filter(member -> member.inspector().equals(request.inspector())).findFirst();
    boolean knows = reader.userId().equals(request.requestedBy()) || RecusalReaders.mustKnow(reader, check.department(),
        concerned.map(TeamMember::account).orElse(null), Groups.REGISTRARS);
    return new Open(request.id(), request.inspector(), concerned.map(TeamMember::name).orElse(request.inspector()),
        knows ? RecusalReason.valueOf(request.reason()).label() : null, knows ? request.note() : null,
        ObjectFacts.personName(check, request.requestedBy()), request.requestedAt());
  }
}

package cn.jointinspection.inspection;

import cn.jointinspection.draw.DrawEvents;
import cn.jointinspection.draw.SubstituteOutcome;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.InspectionObjects;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Objects that turn out not to exist any more, and what is inspected in their place (补抽). */
@Service
public class SubstitutionRequests {

  private final SubstitutionRequestTable table;
  private final ObjectInspectionTable objects;
  private final DepartmentCheckTable checks;
  private final JointInspectionTable joints;
  private final JointInspections jointInspections;
  private final DrawnObjects drawnObjects;
  private final EvidenceStore evidence;
  private final DrawEvents drawEvents;
  private final InspectionObjects registry;
  private final Departments departments;
  private final Journal journal;
  private final Clock clock;

  SubstitutionRequests(SubstitutionRequestTable table, ObjectInspectionTable objects, DepartmentCheckTable checks,
      JointInspectionTable joints, JointInspections jointInspections, DrawnObjects drawnObjects, EvidenceStore evidence,
      DrawEvents drawEvents, InspectionObjects registry, Departments departments, Journal journal, Clock clock) {
    this.table = table;
    this.objects = objects;
    this.checks = checks;
    this.joints = joints;
    this.jointInspections = jointInspections;
    this.drawnObjects = drawnObjects;
    this.evidence = evidence;
    this.drawEvents = drawEvents;
    this.registry = registry;
    this.departments = departments;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * A member of one of the object's teams reports that it cannot be inspected any more.
   *
   * @param note what was found on the spot; needed
   * @param evidenceId a file kept with one of the object's checks; nullable
   * @return id of the request
   */
  @Transactional
  public long request(
      String objectInspectionId, SubstitutionReason reason, String note, UUID evidenceId, Actor actor) {
    ObjectInspection object = objects.lock(objectInspectionId);
    started(object, "申请补抽");
    SubstitutionRules.inAnyTeam(checks.ofObject(objectInspectionId), actor);
    CommonRules.noteGiven(note, "申请补抽须写明现场情况");
    SubstitutionRules.evidenceBelongs(evidenceId == null
        || checks.get(evidence.get(evidenceId).checkId()).objectInspectionId().equals(objectInspectionId));
    boolean open = table.newest(objectInspectionId)
        .filter(request -> request.status().equals("REQUESTED") || request.status().equals("APPROVED")).isPresent();
    CommonRules.inState(!open, ObjectInspections.what(object), "补抽审批中", "再次申请补抽");
    long id = table.insert(objectInspectionId, reason, note, evidenceId, actor.userId(), OffsetDateTime.now(clock));
    journal.ofObject(actor, null, object, "申请补抽（" + reason.text() + "）", note);
    return id;
  }

  /** @throws cn.jointinspection.platform.RuleViolation UnknownInspection if there is none with this id */
  @Transactional(readOnly = true)
  public SubstitutionRequest get(long requestId) {
    return table.get(requestId);
  }

  /** The newest request for the object, whatever became of it. */
  @Transactional(readOnly = true)
  public Optional<SubstitutionRequest> newest(String objectInspectionId) {
    return table.newest(objectInspectionId);
  }

  /** A reviewer of the lead department, not the one who asked, decides first; a rejection needs a reason. */
  @Transactional
  public void approve(long requestId, boolean approve, String note, Actor actor) {
    SubstitutionRequest request = table.get(requestId);
    ObjectInspection object = objects.lock(request.objectInspectionId());
    CommonRules.inState("REQUESTED".equals(request.status()), "补抽申请", "已审批", "再次审批");
    started(object, "审批补抽");
    String lead = joints.get(object.jointInspectionId()).leadDepartment();
    CommonRules.reviewerOf(actor, lead, departments.byCode(lead).name());
    SubstitutionRules.anotherPersonApproves(request, actor);
    if (!approve) {
      CommonRules.noteGiven(note, "不同意补抽须写明理由");
    }
    table.save(table.update(request)
        .set("status", approve ? "APPROVED" : "REJECTED")
        .set("approved_by", actor.userId())
        .set("approved_body", lead)
        .set("approved_at", OffsetDateTime.now(clock))
        .set("decision_note", note));
    journal.ofObject(actor, lead, object, approve ? "同意补抽" : "不同意补抽", note);
  }

  /**
   * A person of the office or the discipline body decides second. With his signature the registry learns what became of
   * the object; a rejection needs a reason.
   */
  @Transactional
  public void countersign(long requestId, boolean approve, String note, Actor actor) {
    SubstitutionRequest request = table.get(requestId);
    ObjectInspection object = objects.lock(request.objectInspectionId());
    CommonRules.inState("APPROVED".equals(request.status()), "补抽申请", "不在待复核状态", "复核");
    started(object, "复核补抽");
    String lead = joints.get(object.jointInspectionId()).leadDepartment();
    String body = SubstitutionRules.countersigningBody(actor, lead);
    SubstitutionRules.anotherPersonApproves(request, actor);
    if (!approve) {
      CommonRules.noteGiven(note, "不同意补抽须写明理由");
    }
    table.save(table.update(request)
        .set("status", approve ? "COUNTERSIGNED" : "REJECTED")
        .set("countersigned_by", actor.userId())
        .set("countersigned_body", body)
        .set("countersigned_at", OffsetDateTime.now(clock))
        .set("decision_note", note));
    if (approve) {
      request.reason().registryStatus().ifPresent(status -> registry.changeStatus(object.objectNo(), status, actor));
    }
    journal.ofObject(actor, body, object, approve ? "复核同意补抽" : "复核不同意补抽", note);
  }

  /**
   * Replaces the object by the next of its stratum, or voids it if none is left. Only after two bodies have signed.
   *
   * @return the replacement, and whether nothing is open any more (then nobody else is told so)
   */
  @Transactional
  public Substitution carryOut(String objectInspectionId) {
    JointInspection joint = joints.lock(objects.get(objectInspectionId).jointInspectionId());
    ObjectInspection object = objects.lock(objectInspectionId);
    started(object, "补抽");
    SubstitutionRequest request = table.newest(objectInspectionId)
        .filter(newest -> newest.status().equals("COUNTERSIGNED"))
        .orElseThrow(() -> new CommonRules.WrongInspectionStatus(ObjectInspections.what(object), "补抽未经两方同意", "补抽"));
    String sha256 = request.evidenceId() == null ? null : evidence.get(request.evidenceId()).sha256();
    SubstituteOutcome outcome = drawEvents.recordSubstitute(joint.drawId(), object.objectNo(), request.reason().name(),
        sha256, request.approved().by(), request.countersigned().by());
    checks.dropOfObject(objectInspectionId);
    boolean replaced = outcome.replacementObjectNo() != null;
    objects.save(objects.update(object)
        .set("status", (replaced ? ObjectInspectionStatus.SUBSTITUTED : ObjectInspectionStatus.VOID).name())
        .set("void_reason", request.reason().text())
        .set("finished_at", OffsetDateTime.now(clock)));
    table.save(table.update(request).set("event_seq", outcome.eventSeq()));
    journal.ofObject(Journal.SYSTEM, null, object, replaced ? "补抽替换" : "作废，本层已无对象可补抽", request.reason().text());
    if (!replaced) {
      drawnObjects.release(object);
      return new Substitution(null, jointInspections.finishWhenNothingIsOpen(joint));
    }
    ObjectInspection replacement = drawnObjects.replace(joint, object, objects.nextVisit(joint.id()), outcome);
    journal.ofObject(Journal.SYSTEM, null, replacement, "补抽进入", "替换 " + object.objectName());
    return new Substitution(replacement, false);
  }

  private static void started(ObjectInspection object, String step) {
    CommonRules.inState(object.status() == ObjectInspectionStatus.STARTED, ObjectInspections.what(object),
        object.status().text(), step);
  }
}

package cn.jointinspection.inspection;

import cn.jointinspection.draw.DrawEvents;
import cn.jointinspection.draw.RecusalOutcome;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.RecusalOrigin;
import cn.jointinspection.registry.RecusalReason;
import cn.jointinspection.registry.Recusals;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Inspectors who leave one object's team before its check, and who comes in for them (回避制度, 三). Reasons stay in the
 * request: the journal is read by many who must not know them.
 */
@Service
public class RecusalRequests {

  private final RecusalRequestTable table;
  private final DepartmentCheckTable checks;
  private final ObjectInspectionTable objects;
  private final JointInspectionTable joints;
  private final DrawEvents drawEvents;
  private final Recusals recusals;
  private final Inspectors inspectors;
  private final TeamJoining joining;
  private final Departments departments;
  private final Journal journal;
  private final Clock clock;

  RecusalRequests(RecusalRequestTable table, DepartmentCheckTable checks, ObjectInspectionTable objects,
      JointInspectionTable joints, DrawEvents drawEvents, Recusals recusals, Inspectors inspectors,
      TeamJoining joining, Departments departments, Journal journal, Clock clock) {
    this.table = table;
    this.checks = checks;
    this.objects = objects;
    this.joints = joints;
    this.drawEvents = drawEvents;
    this.recusals = recusals;
    this.inspectors = inspectors;
    this.joining = joining;
    this.departments = departments;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * A person of the department asks that an inspector leave the team: himself or a colleague.
   *
   * @param note what the decider should know; kept, never published; nullable
   * @return id of the request
   */
  @Transactional
  public long request(long checkId, String inspector, RecusalReason reason, String note, Actor actor) {
    objects.lockOfCheck(checkId);
    DepartmentCheck check = checks.get(checkId);
    pending(check, "申请回避");
    if (check.signingInAs(actor.userId()).isEmpty()) {
      CommonRules.ofDepartment(actor, check.department(), name(check));
    }
    TeamRules.isMember(check, inspector);
    TeamRules.noRequestIsOpen(table.open(checkId).stream().anyMatch(open -> open.inspector().equals(inspector)));
    long id = table.insert(checkId, inspector, reason.name(), note, actor.userId(), OffsetDateTime.now(clock));
    keep(actor, check, "申请回避", inspector);
    return id;
  }

  /** @throws cn.jointinspection.platform.RuleViolation UnknownInspection if there is none with this id */
  @Transactional(readOnly = true)
  public RecusalRequest get(long requestId) {
    return table.get(requestId);
  }

  /** Requests not yet decided, the oldest first. */
  @Transactional(readOnly = true)
  public List<RecusalRequest> open(long checkId) {
    return table.open(checkId);
  }

  /**
   * A reviewer of the department, not the one concerned, decides. An approval redraws the place with a nonce made in
   * his browser, so that nobody can know beforehand who comes in; if nobody is left, the place stays empty.
   *
   * @param checkId of the check that the decider has before him
   * @param note needed for a rejection
   * @param freshNonce 64 lower-case hex digits; only read for an approval
   */
  @Transactional
  public void decide(
      long requestId, long checkId, boolean approve, String note, String freshNonce, Actor actor) {
    RecusalRequest request = table.get(requestId);
    TeamRules.requestIsAboutCheck(request, checkId);
    ObjectInspection object = objects.lockOfCheck(request.checkId());
    DepartmentCheck check = checks.get(request.checkId());
    CommonRules.inState("REQUESTED".equals(request.status()), "回避申请", "已审批", "再次审批");
    CommonRules.reviewerOf(actor, check.department(), name(check));
    TeamRules.anotherPersonDecides(check, request, actor);
    RowUpdate decision = table.update(request)
        .set("status", approve ? "APPROVED" : "REJECTED")
        .set("decided_by", actor.userId())
        .set("decided_at", OffsetDateTime.now(clock))
        .set("decision_note", note);
    if (!approve) {
      CommonRules.noteGiven(note, "不同意回避须写明理由");
      table.save(decision);
      keep(actor, check, "不同意回避", request.inspector());
      return;
    }
    pending(check, "批准回避");
    TeamRules.nonceIsFresh(freshNonce);
    RecusalOutcome outcome = drawEvents.recordRecusal(joints.get(object.jointInspectionId()).drawId(),
        object.objectNo(), request.inspector(), request.reason(), freshNonce, actor.userId());
    recusals.file(request.inspector(), object.objectNo(), RecusalReason.valueOf(request.reason()),
        TeamRules.askedForHimself(check, request) ? RecusalOrigin.DECLARED : RecusalOrigin.ORDERED, actor);
    checks.removeMember(check.id(), request.inspector(), OffsetDateTime.now(clock));
    if (outcome.replacement() != null) {
      checks.addMember(check.id(), outcome.replacement(), "REDRAWN");
    }
    table.save(decision.set("event_seq", outcome.eventSeq()));
    keep(actor, check, "批准回避", request.inspector() + " 退出，"
        + (outcome.replacement() == null ? "无人可补" : outcome.replacement() + " 补入"));
  }

  /** Inspectors of the department who could fill a vacancy in the team, in order of certificate number. */
  @Transactional(readOnly = true)
  public List<Inspector> eligible(long checkId) {
    return joining.eligible(checks.get(checkId));
  }

  /**
   * A reviewer of the department names an inspector for a place that no draw could fill; people decide on shortfalls.
   *
   * @param note why this one; needed
   */
  @Transactional
  public void designate(long checkId, String inspector, String note, Actor actor) {
    objects.lockOfCheck(checkId);
    DepartmentCheck check = checks.get(checkId);
    pending(check, "指定检查人员");
    CommonRules.reviewerOf(actor, check.department(), name(check));
    CommonRules.noteGiven(note, "指定检查人员须写明理由");
    JointInspection joint = joints.get(check.jointInspectionId());
    TeamRules.hasVacancy(check, joint.participation(check.department()).teamCount());
    Inspector chosen = inspectors.find(inspector)
        .orElseThrow(() -> new TeamRules.OnlyInspectorsInForce(inspector));
    joining.mayJoin(check, chosen);
    checks.addMember(checkId, inspector, "DESIGNATED");
    keep(actor, check, "指定检查人员", inspector + "：" + note);
  }

  private void pending(DepartmentCheck check, String step) {
    CommonRules.inState(check.status() == CheckStatus.PENDING, name(check) + "的检查", check.status().text(), step);
  }

  private String name(DepartmentCheck check) {
    return departments.byCode(check.department()).name();
  }

  private void keep(Actor actor, DepartmentCheck check, String action, String detail) {
    journal.ofCheck(actor, check, action, detail);
  }
}

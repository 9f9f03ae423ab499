package cn.jointinspection.inspection;

import static cn.jointinspection.inspection.JointInspectionStatus.ACCEPTING;
import static cn.jointinspection.inspection.JointInspectionStatus.COMPLETED;
import static cn.jointinspection.inspection.JointInspectionStatus.COSIGNING;
import static cn.jointinspection.inspection.JointInspectionStatus.DRAWING;
import static cn.jointinspection.inspection.JointInspectionStatus.FINISHED;
import static cn.jointinspection.inspection.JointInspectionStatus.INSPECTING;
import static cn.jointinspection.inspection.JointInspectionStatus.WAITING;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Departments;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Joint inspections from the published plan item to the lead department's confirmation (联合抽查任务, 二、三、五). Every step
 * checks the state, is done by whom the notice names, and is kept in the journal; a refused step changes nothing.
 */
@Service
public class JointInspections {

  private final JointInspectionTable table;
  private final ObjectInspectionTable objects;
  private final DepartmentCheckTable checks;
  private final DrawnObjects drawnObjects;
  private final Departments departments;
  private final ClassProposals classProposals;
  private final Journal journal;
  private final Clock clock;

  JointInspections(JointInspectionTable table, ObjectInspectionTable objects, DepartmentCheckTable checks,
      DrawnObjects drawnObjects, Departments departments, ClassProposals classProposals, Journal journal, Clock clock) {
    this.table = table;
    this.objects = objects;
    this.checks = checks;
    this.drawnObjects = drawnObjects;
    this.departments = departments;
    this.classProposals = classProposals;
    this.journal = journal;
    this.clock = clock;
  }

  /** Makes a published plan item a joint inspection that waits for its window; one that is there stays as it is. */
  @Transactional
  public void create(NewJointInspection planned) {
    if (table.insert(planned)) {
      journal.ofJoint(Journal.SYSTEM, null, planned.id(), "列入年度计划", planned.title());
    }
  }

  /** @throws cn.jointinspection.platform.RuleViolation UnknownInspection if there is none with this id */
  @Transactional(readOnly = true)
  public JointInspection get(String id) {
    return table.get(id);
  }

  /** All of them in order of their ids. */
  @Transactional(readOnly = true)
  public List<JointInspection> all() {
    return table.all();
  }

  /** Those neither confirmed complete nor cancelled, in order of their ids. */
  @Transactional(readOnly = true)
  public List<JointInspection> running() {
    return table.running();
  }

  /** Of those running, the ones that one of these departments leads. */
  @Transactional(readOnly = true)
  public List<JointInspection> runningLedBy(Collection<String> departments) {
    return table.runningLedBy(departments);
  }

  /** Of those running, the ones in which the department has a part, though it may be excused. */
  @Transactional(readOnly = true)
  public List<JointInspection> runningWith(String department) {
    return table.runningWith(department);
  }

  /** When each of these was confirmed complete; those that are not are left out. */
  @Transactional(readOnly = true)
  public Map<String, Instant> completedAt(Collection<String> ids) {
    return table.completedAt(ids);
  }

  /** The lead department's people send the scheme to be co-signed (二); departments once excused stay so. */
  @Transactional
  public void launch(String id, Scheme scheme, Actor actor) {
    JointInspection joint = table.lock(id);
    in(joint, WAITING, "发起");
    CommonRules.ofDepartment(actor, joint.leadDepartment(), name(joint.leadDepartment()));
    SchemeRules.check(scheme, joint.window().opens(), joint.window().closes(), joint.departments());
    table.launch(joint, scheme, actor.userId(), OffsetDateTime.now(clock));
    journal.ofJoint(actor, joint.leadDepartment(), id, "发起联合抽查", scheme.text());
    drawWhenAllAgreed(id);
  }

  /** A cooperating department answers to the scheme; a refusal needs a reason (二). */
  @Transactional
  public void cosign(String id, String department, boolean agree, String note, Actor actor) {
    JointInspection joint = table.lock(id);
    in(joint, COSIGNING, "会签");
    Participation part = ParticipationRules.known(joint, department);
    ParticipationRules.mayCosign(part, name(department));
    CommonRules.ofDepartment(actor, department, name(department));
    if (!agree) {
      CommonRules.noteGiven(note, "不同意检查方案须写明理由");
    }
    table.save(table.update(id, part)
        .set("cosign", (agree ? Cosign.AGREED : Cosign.REFUSED).name())
        .set("cosign_note", note)
        .set("cosigned_by", actor.userId())
        .set("cosigned_at", OffsetDateTime.now(clock)));
    journal.ofJoint(actor, department, id, agree ? "同意检查方案" : "不同意检查方案", note);
    drawWhenAllAgreed(id);
  }

  /**
   * The office decides on a department's refusal of the scheme (二、六). Sent back for one of several refusals, it is sent
   * back for all.
   */
  @Transactional
  public void coordinateCosign(String id, String department, CosignDecision decision, String note, Actor actor) {
    JointInspection joint = table.lock(id);
    boolean backAlready = decision == CosignDecision.BACK_TO_LEAD && joint.status() == WAITING;
    CommonRules.inState(joint.status() == COSIGNING || backAlready, what(joint), joint.status().text(), "协调会签意见");
    CommonRules.office(actor);
    Participation part = ParticipationRules.known(joint, department);
    ParticipationRules.cosignRefused(part, name(department));
    CommonRules.noteGiven(note, "协调结果须写明理由");
    if (backAlready) {
      return;
    }
    if (decision == CosignDecision.BACK_TO_LEAD) {
      table.setStatus(joint, WAITING);
      journal.ofJoint(actor, department, id, "退回发起部门修改方案", note);
      return;
    }
    ParticipationRules.leadIsNotExcused(part, name(department));
    table.save(table.update(id, part)
        .set("cosign", Cosign.EXCUSED.name())
        .set("acceptance", Acceptance.EXCUSED.name())
        .set("acceptance_note", note));
    journal.ofJoint(actor, department, id, "免除" + name(department) + "参与，其余部门实施", note);
    drawWhenAllAgreed(id);
  }

  private void drawWhenAllAgreed(String id) {
    JointInspection joint = table.lock(id);
    if (joint.participations().stream().filter(Participation::takesPart).allMatch(p -> p.cosign() == Cosign.AGREED)) {
      table.setStatus(joint, DRAWING);
    }
  }

  /** Makes each drawn object an inspection, with a check and a team for every department, in the order of visits. */
  @Transactional
  public void recordDraw(String id, String drawId) {
    JointInspection joint = table.lock(id);
    in(joint, DRAWING, "登记抽取结果");
    int drawn = drawnObjects.record(joint, drawId);
    table.save(table.update(joint).set("status", ACCEPTING.name()).set("draw_id", drawId));
    journal.ofJoint(Journal.SYSTEM, null, id, "登记抽取结果", drawId + "，抽中 " + drawn + " 户");
  }

  /** The draw was abandoned: the lead department launches anew. */
  @Transactional
  public void drawAbandoned(String id, String reason) {
    JointInspection joint = table.lock(id);
    in(joint, DRAWING, "因抽取作废退回");
    table.setStatus(joint, WAITING);
    journal.ofJoint(Journal.SYSTEM, null, id, "抽取作废，退回重新发起", reason);
  }

  /** No object of the scope may be drawn: only the confirmation is left. */
  @Transactional
  public void nothingToDraw(String id) {
    JointInspection joint = table.lock(id);
    in(joint, DRAWING, "登记无对象可抽");
    table.setStatus(joint, FINISHED);
    journal.ofJoint(Journal.SYSTEM, null, id, "没有可抽取的检查对象", null);
  }

  /** A department answers to its part; a refusal needs a reason (二: 照单履职). */
  @Transactional
  public void accept(String id, String department, boolean accept, String note, Actor actor) {
    JointInspection joint = table.lock(id);
    in(joint, ACCEPTING, "接收抽查任务");
    Participation part = ParticipationRules.known(joint, department);
    ParticipationRules.mayAccept(part, name(department));
    CommonRules.ofDepartment(actor, department, name(department));
    if (!accept) {
      CommonRules.noteGiven(note, "不接收抽查任务须写明理由");
    } else {
      ParticipationRules.teamsAreReachable(checks.unreachable(id, department));
    }
    answer(id, part, accept ? Acceptance.ACCEPTED : Acceptance.REFUSED, note, actor);
    journal.ofJoint(actor, department, id, accept ? "接收抽查任务" : "不接收抽查任务", note);
    inspectWhenAllAccepted(id);
  }

  /** The office decides on a refused part; an excused department's checks are dropped (二、六). */
  @Transactional
  public void coordinateRefusal(String id, String department, RefusalDecision decision, String note, Actor actor) {
    JointInspection joint = table.lock(id);
    in(joint, ACCEPTING, "协调拒收部门");
    CommonRules.office(actor);
    Participation part = ParticipationRules.known(joint, department);
    ParticipationRules.acceptanceRefused(part, name(department));
    CommonRules.noteGiven(note, "协调结果须写明理由");
    if (decision == RefusalDecision.INSIST) {
      answer(id, part, Acceptance.PENDING, note, actor);
      journal.ofJoint(actor, department, id, "要求" + name(department) + "接收抽查任务", note);
      return;
    }
    ParticipationRules.leadIsNotExcused(part, name(department));
    answer(id, part, Acceptance.EXCUSED, note, actor);
    checks.dropAll(id, department);
    journal.ofJoint(actor, department, id, "免除" + name(department) + "本次检查", note);
    inspectWhenAllAccepted(id);
  }

  private void answer(String id, Participation part, Acceptance acceptance, String note, Actor actor) {
    table.save(table.update(id, part)
        .set("acceptance", acceptance.name())
        .set("acceptance_note", note)
        .set("accepted_by", actor.userId())
        .set("accepted_at", OffsetDateTime.now(clock)));
  }

  private void inspectWhenAllAccepted(String id) {
    JointInspection joint = table.lock(id);
    if (joint.participations().stream().filter(Participation::takesPart)
        .allMatch(part -> part.acceptance() == Acceptance.ACCEPTED)) {
      table.setStatus(joint, INSPECTING);
    }
  }

  /**
   * Marks the next objects, in the order of visits, as started and hands them over. A batch that runs again, or beside
   * another, gets only what nobody has started.
   *
   * @param limit at most so many, from 1
   * @return empty when all are started
   */
  @Transactional
  public List<ObjectInspection> startable(String id, int limit) {
    in(table.get(id), INSPECTING, "开始检查");
    return objects.start(id, limit);
  }

  /**
   * Closes the inspection of an object whose departments have all published.
   *
   * @return whether it was the last open one of its joint inspection; true for exactly one caller, even if several
   *     finish at the same time
   */
  @Transactional
  public boolean finishObject(String objectInspectionId) {
    JointInspection joint = table.lock(objects.get(objectInspectionId).jointInspectionId());
    ObjectInspection object = objects.get(objectInspectionId);
    CommonRules.inState(object.status() == ObjectInspectionStatus.CHECKED, "检查对象“" + object.objectName() + "”的检查",
        object.status().text(), "办结");
    CheckRules.allPublished(checks.ofObject(objectInspectionId));
    objects.save(objects.update(object)
        .set("status", ObjectInspectionStatus.FINISHED.name())
        .set("finished_at", OffsetDateTime.now(clock)));
    journal.ofObject(Journal.SYSTEM, null, object, "各部门均已公示，办结", null);
    classProposals.afterFinish(objectInspectionId, object.objectNo());
    return finishWhenNothingIsOpen(joint);
  }

  /** Call only while holding the joint inspection's row. */
  boolean finishWhenNothingIsOpen(JointInspection locked) {
    if (objects.anyOpen(locked.id())) {
      return false;
    }
    table.setStatus(locked, FINISHED);
    journal.ofJoint(Journal.SYSTEM, null, locked.id(), "全部检查对象办结", null);
    return true;
  }

  /** The lead department confirms that all is entered and published (五: 点击完成). */
  @Transactional
  public void confirmComplete(String id, String note, Actor actor) {
    JointInspection joint = table.lock(id);
    in(joint, FINISHED, "确认完成");
    CommonRules.ofDepartment(actor, joint.leadDepartment(), name(joint.leadDepartment()));
    table.save(table.update(joint)
        .set("status", COMPLETED.name())
        .set("completed_by", actor.userId())
        .set("completed_at", OffsetDateTime.now(clock))
        .set("completion_note", note));
    journal.ofJoint(actor, joint.leadDepartment(), id, "确认完成", note);
  }

  /** How far each department is, lead department first; all zero before the draw. */
  @Transactional(readOnly = true)
  public List<Progress> progress(String id) {
    return checks.progress(id);
  }

  /** Every step of it and of its objects, the oldest first. */
  @Transactional(readOnly = true)
  public List<JournalEntry> journal(String id) {
    return journal.jointInspection(id);
  }

  /**
   * A department's steps, and those of nobody in particular, the oldest first.
   *
   * @param objectInspectionId those on this object, and those on none; null for all objects
   */
  @Transactional(readOnly = true)
  public List<JournalEntry> journal(String id, String objectInspectionId, String department) {
    return objectInspectionId == null ? journal.jointInspection(id, department)
        : journal.jointAndObject(id, objectInspectionId, department);
  }

  private String name(String department) {
    return departments.byCode(department).name();
  }

  private static void in(JointInspection joint, JointInspectionStatus needed, String step) {
    CommonRules.inState(joint.status() == needed, what(joint), joint.status().text(), step);
  }

  private static String what(JointInspection joint) {
    return "联合抽查 " + joint.id() + " ";
  }
}

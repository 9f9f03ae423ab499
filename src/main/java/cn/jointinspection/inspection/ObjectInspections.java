package cn.jointinspection.inspection;

import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import cn.jointinspection.registry.TaskNature;
import cn.jointinspection.registry.VisitExemption;
import cn.jointinspection.registry.Visits;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The inspections of single objects (对一户检查对象的检查): notice, and the end of the joint check (三、五). */
@Service
public class ObjectInspections {

  private final ObjectInspectionTable table;
  private final DepartmentCheckTable checks;
  private final JointInspectionTable joints;
  private final Visits visits;
  private final WorkingDays workingDays;
  private final Journal journal;
  private final Clock clock;

  ObjectInspections(ObjectInspectionTable table, DepartmentCheckTable checks, JointInspectionTable joints,
      Visits visits, WorkingDays workingDays, Journal journal, Clock clock) {
    this.table = table;
    this.checks = checks;
    this.joints = joints;
    this.visits = visits;
    this.workingDays = workingDays;
    this.journal = journal;
    this.clock = clock;
  }

  /** @param id {@code <joint inspection>/<visit number>} */
  @Transactional(readOnly = true)
  public ObjectInspection get(String id) {
    return table.get(id);
  }

  /** Names by object, as they were when drawn; without objects that are none of this joint inspection. */
  @Transactional(readOnly = true)
  public Map<String, String> names(String jointInspectionId, Collection<String> objectNos) {
    return table.names(jointInspectionId, objectNos);
  }

  /** In order of visits; empty before the draw. */
  @Transactional(readOnly = true)
  public List<ObjectInspection> ofJointInspection(String jointInspectionId) {
    return table.of(jointInspectionId);
  }

  /**
   * A part of them in order of visits.
   *
   * @param name part of an object's name; blank finds all
   * @param inspectors certificate numbers; what they inspect is found too
   * @param page counted from 1
   */
  @Transactional(readOnly = true)
  public Page<ObjectInspection> page(
      String jointInspectionId, String name, Collection<String> inspectors, int page, int size) {
    return table.page(jointInspectionId, name, inspectors, page, size);
  }

  /**
   * The inspections that an object has had and has before it, the newest first. Until all is published nobody but the
   * departments that take part knows of one.
   *
   * @param objectNos its published ids: its own and those that were merged into it
   * @param departments codes of those who ask; null for one who may know of every inspection
   * @param page counted from 1
   */
  @Transactional(readOnly = true)
  public Page<VisitOfObject> ofObject(Collection<String> objectNos, Collection<String> departments, int page, int size) {
    return table.ofObject(objectNos, departments, page, size);
  }

  /** How many came in the place of another (补抽). */
  @Transactional(readOnly = true)
  public int countReplacements(String jointInspectionId) {
    return table.countReplacements(jointInspectionId);
  }

  /**
   * Whether the last visit of a joint inspection is done: lots were drawn, and every object's joint check is complete or
   * ended otherwise. Then, and not before, the draw's lists and result are public (公开), since no firm can learn from them
   * any more that it is to be visited; that results are still to be entered and published is no reason to wait. An object
   * that was replaced has ended, its replacement is to be visited; an object whose replacement is asked for has not ended.
   */
  @Transactional(readOnly = true)
  public boolean lastVisitDone(String jointInspectionId) {
    return table.countVisits(jointInspectionId) > 0 && table.countVisitsToCome(jointInspectionId) == 0;
  }

  /** A member of the lead department's team tells the object of its check, or says why not (三). */
  @Transactional
  public void giveNotice(String id, Notice notice, Actor actor) {
    ObjectInspection object = table.lock(id);
    CommonRules.inState(object.status() == ObjectInspectionStatus.STARTED && object.notice() == null,
        what(object), object.notice() == null ? object.status().text() : "已下达通知", "下达检查通知");
    JointInspection joint = joints.get(object.jointInspectionId());
    String lead = joint.leadDepartment();
    CheckRules.inTeam(checks.get(id, lead), actor);
    CheckRules.noticeIsComplete(notice, LocalDate.now(clock));
    tell(object, joint, notice);
    table.save(table.update(object)
        .set("notice_kind", notice.kind().name())
        .set("notice_text", notice.text())
        .set("visit_on", notice.visitOn())
        .set("noticed_by", actor.userId())
        .set("noticed_at", OffsetDateTime.now(clock)));
    journal.ofObject(actor, lead, object, "下达检查通知（" + notice.kind().text() + "）", notice.exemption() == null ? notice.text()
        : notice.text() + "；不计入年度次数：" + notice.exemption().label() + "，" + notice.exemptionReason());
  }

  /** A special inspection does not count towards the firm's cap; any other only by a reason that the notice gives. */
  private void tell(ObjectInspection object, JointInspection joint, Notice notice) {
    boolean special = notice.exemption() == null && joint.scheme().nature() == TaskNature.SPECIAL;
    visits.tell(object.objectNo(), new Visits.Planned(joint.id(), joint.leadDepartment(), notice.visitOn()),
        special ? VisitExemption.SPECIAL : notice.exemption(), special ? joint.scheme().natureReason() : notice.exemptionReason());
  }

  /** Codes of the departments that have still to check, the lead department first. */
  @Transactional(readOnly = true)
  public List<String> pendingDepartments(String id) {
    return departments(id, CheckStatus.PENDING);
  }

  /** Codes of the departments whose result has still to be entered, reviewed or published, lead department first. */
  @Transactional(readOnly = true)
  public List<String> departmentsToPublish(String id) {
    return departments(id, CheckStatus.CHECKED, CheckStatus.ENTERED, CheckStatus.RETURNED, CheckStatus.APPROVED);
  }

  private List<String> departments(String id, CheckStatus... statuses) {
    return checks.ofObject(id).stream()
        .filter(check -> List.of(statuses).contains(check.status()))
        .map(DepartmentCheck::department)
        .toList();
  }

  /**
   * All departments have checked: the day of the last check starts the time for entry and publication (五).
   *
   * @throws cn.jointinspection.platform.RuleViolation NoHolidayTable if the year's holiday notice is not loaded
   */
  @Transactional
  public void completeJointCheck(String id) {
    ObjectInspection object = table.lock(id);
    CommonRules.inState(object.status() == ObjectInspectionStatus.STARTED, what(object), object.status().text(),
        "结束联合检查");
    List<DepartmentCheck> done =
        checks.ofObject(id).stream().filter(check -> check.status() != CheckStatus.DROPPED).toList();
    CheckRules.allChecked(done.stream()
        .filter(check -> check.status() == CheckStatus.PENDING).map(DepartmentCheck::department).toList());
    LocalDate completedOn = done.stream().map(check -> check.examination().on()).max(Comparator.naturalOrder())
        .orElseThrow(() -> new NoSuchElementException("no department checks " + id));
    int planYear = joints.get(object.jointInspectionId()).plan().year();
    LocalDate deadline = workingDays.publicationDeadline(completedOn, planYear);
    table.save(table.update(object)
        .set("status", ObjectInspectionStatus.CHECKED.name())
        .set("check_completed_on", completedOn)
        .set("publication_deadline", deadline));
    visits.made(object.objectNo(), object.jointInspectionId(), completedOn);
    journal.ofObject(Journal.SYSTEM, null, object, "联合检查完成", "完成日 " + completedOn + "，公示期限 " + deadline);
  }

  /** Every step of this object's inspection, the oldest first. */
  @Transactional(readOnly = true)
  public List<JournalEntry> journal(String id) {
    return journal.objectInspection(id);
  }

  static String what(ObjectInspection object) {
    return "检查对象“" + object.objectName() + "”的检查";
  }
}

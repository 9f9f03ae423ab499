package cn.jointinspection.process.objectinspection;

import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.AnsweredPoint;
import cn.jointinspection.inspection.Checklists;
import cn.jointinspection.inspection.DepartmentCheck;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.EarlierResult;
import cn.jointinspection.inspection.EarlierResults;
import cn.jointinspection.inspection.Evidence;
import cn.jointinspection.inspection.EvidenceStore;
import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.Notice;
import cn.jointinspection.inspection.ObjectInspection;
import cn.jointinspection.inspection.ObjectInspections;
import cn.jointinspection.inspection.TeamMember;
import cn.jointinspection.inspection.Verdict;
import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.RiskClass;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What people must know of an object and its check to do their step, in their words. */
@Component
class ObjectFacts {

  private final JointInspections inspections;
  private final ObjectInspections objects;
  private final DepartmentChecks checks;
  private final Checklists checklists;
  private final EvidenceStore evidence;
  private final AnnualPlans plans;
  private final Departments departments;

  ObjectFacts(JointInspections inspections, ObjectInspections objects, DepartmentChecks checks,
      Checklists checklists, EvidenceStore evidence, AnnualPlans plans, Departments departments) {
    this.inspections = inspections;
    this.objects = objects;
    this.checks = checks;
    this.checklists = checklists;
    this.evidence = evidence;
    this.plans = plans;
    this.departments = departments;
  }

  /** A choice of a form. */
  record Option(String code, String label) {}

  /**
   * @param notice null before it is given
   * @param earlier the newest results published of the object; {@code earlierTotal} counts all of them
   */
  record Facts(
      String id, String title, String lead, int visitNo, @JsonUnwrapped Firm firm, @JsonUnwrapped SchemeFacts scheme,
      String notice, LocalDate visitOn, LocalDate publicationDeadline, List<EarlierResult> earlier, int earlierTotal) {}

  record Firm(String name, String objectNo, String address, String riskLabel) {}

  record SchemeFacts(String schemeText, LocalDate checkFrom, LocalDate checkUntil) {}

  /** @param inspector certificate number */
  record Member(String inspector, String name, boolean leads) {}

  /** @param answers to the points of its checklist; empty where it has none */
  record Matter(String matter, String outcome, String note, List<Answer> answers) {}

  /** @param answer in words; null where the note is all */
  record Answer(int position, String text, String basis, String answer, String note, boolean fails) {}

  /** The department's check as recorded. */
  record CheckFacts(
      String departmentName, String method, LocalDate checkedOn, String record, String checkedBy, List<Matter> findings,
      List<Member> team, List<Evidence> evidence) {}

  ObjectInspection object(WorkItem item) {
    return objects.get(item.variable(ObjectInspectionProcess.VARIABLE_OBJECT_INSPECTION_ID));
  }

  /** The check of the department that the task is about. */
  DepartmentCheck check(WorkItem item) {
    return checks.get(item.variable(ObjectInspectionProcess.VARIABLE_OBJECT_INSPECTION_ID),
        item.variable(ObjectInspectionProcess.VARIABLE_DEPARTMENT));
  }

  /** Id of the check of the department that the task is about. */
  long checkId(WorkItem item) {
    return checks.id(item.variable(ObjectInspectionProcess.VARIABLE_OBJECT_INSPECTION_ID),
        item.variable(ObjectInspectionProcess.VARIABLE_DEPARTMENT));
  }

  String subject(WorkItem item) {
    return object(item).objectName();
  }

  Facts of(WorkItem item) {
    ObjectInspection object = object(item);
    JointInspection joint = inspections.get(object.jointInspectionId());
    Notice notice = object.notice();
    EarlierResults earlier = checks.earlierResults(object.objectNo());
    return new Facts(object.id(), joint.title(), name(joint.leadDepartment()), object.visitNo(),
        new Firm(object.objectName(), object.objectNo(), object.object().address(),
            object.object().riskClass() == null ? "未评级" : RiskClass.valueOf(object.object().riskClass()).label()),
        new SchemeFacts(joint.scheme().text(), joint.scheme().checkFrom(), joint.scheme().checkUntil()),
        notice == null ? null : notice.kind().text() + "：" + notice.text(), notice == null ? null : notice.visitOn(),
        object.jointCheck() == null ? null : object.jointCheck().publicationDeadline(), earlier.newest(), earlier.total());
  }

  CheckFacts of(DepartmentCheck check) {
    DepartmentCheck.Examination done = check.examination();
    List<AnsweredPoint> answers = checklists.answers(check.id());
    return new CheckFacts(name(check.department()), done.method() == null ? null : done.method().text(), done.on(),
        done.record(), personName(check, done.by()),
        checks.findings(check.id()).stream()
            .map(finding -> new Matter(finding.matter(), finding.outcome().text(), finding.note(),
                answers.stream().filter(one -> one.matter().equals(finding.matter())).map(ObjectFacts::answer).toList()))
            .toList(),
        members(check), evidence.ofCheck(check.id()));
  }

  private static Answer answer(AnsweredPoint one) {
    return new Answer(one.point().position(), one.point().text(), one.point().basis(), one.words(), one.answer().note(),
        one.answer().verdict() == Verdict.FAILS);
  }

  List<Member> members(DepartmentCheck check) {
    return check.team().stream()
        .map(member -> new Member(member.inspector(), member.name(), member.leads())).toList();
  }

  /** 抽查事项 of the plan item. */
  List<String> matters(WorkItem item) {
    JointInspection joint = inspections.get(object(item).jointInspectionId());
    return plans.item(joint.plan().id(), joint.plan().rowNo()).matters();
  }

  String name(String department) {
    return departments.byCode(department).name();
  }

  /** The person's name if he is in the team, else his account. */
  static String personName(DepartmentCheck check, String account) {
    return check.signingInAs(account).map(TeamMember::name).orElse(account);
  }
}

package cn.jointinspection.inspection;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.InspectionObject;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.Recusals;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Department checks: record, result, review, publication (谁检查、谁录入、谁公开, 三). */
@Service
public class DepartmentChecks {

  private final DepartmentCheckTable table;
  private final ObjectInspectionTable objects;
  private final JointInspectionTable joints;
  private final ResultTable results;
  private final Checklists checklists;
  private final RecusalRequestTable recusalRequests;
  private final Departments departments;
  private final InspectionObjects registry;
  private final Inspectors inspectors;
  private final Recusals recusals;
  private final ClassProposals classProposals;
  private final Journal journal;
  private final Clock clock;

  DepartmentChecks(DepartmentCheckTable table, ObjectInspectionTable objects, JointInspectionTable joints,
      ResultTable results, Checklists checklists, RecusalRequestTable recusalRequests, Departments departments,
      InspectionObjects registry, Inspectors inspectors, Recusals recusals, ClassProposals classProposals, Journal journal,
      Clock clock) {
    this.table = table;
    this.objects = objects;
    this.joints = joints;
    this.results = results;
    this.checklists = checklists;
    this.recusalRequests = recusalRequests;
    this.departments = departments;
    this.registry = registry;
    this.inspectors = inspectors;
    this.recusals = recusals;
    this.classProposals = classProposals;
    this.journal = journal;
    this.clock = clock;
  }

  /** @throws cn.jointinspection.platform.RuleViolation UnknownInspection if there is none with this id */
  @Transactional(readOnly = true)
  public DepartmentCheck get(long checkId) {
    return table.get(checkId);
  }

  /** @throws cn.jointinspection.platform.RuleViolation UnknownInspection if the department has no part in it */
  @Transactional(readOnly = true)
  public DepartmentCheck get(String objectInspectionId, String department) {
    return table.get(objectInspectionId, department);
  }

  /** @throws cn.jointinspection.platform.RuleViolation UnknownInspection if the department has no part in it */
  @Transactional(readOnly = true)
  public long id(String objectInspectionId, String department) {
    return table.id(objectInspectionId, department);
  }

  /** The lead department's check first, then as printed in the plan. */
  @Transactional(readOnly = true)
  public List<DepartmentCheck> ofObject(String objectInspectionId) {
    return table.ofObject(objectInspectionId);
  }

  /** The department's checks by the object inspections they are part of; objects in which it has none are left out. */
  @Transactional(readOnly = true)
  public Map<String, DepartmentCheck> ofObjects(Collection<String> objectInspectionIds, String department) {
    return table.ofObjects(objectInspectionIds, department).stream()
        .collect(Collectors.toMap(DepartmentCheck::objectInspectionId, Function.identity()));
  }

  /** One of the team now in force records the check (三); at least two of the team were present. */
  @Transactional
  public void recordCheck(long checkId, CheckRecord record, Actor actor) {
    ObjectInspection object = objects.lockOfCheck(checkId);
    DepartmentCheck check = table.get(checkId);
    CommonRules.inState(object.status() == ObjectInspectionStatus.STARTED && object.notice() != null,
        ObjectInspections.what(object), object.notice() == null ? "未下达检查通知" : object.status().text(), "登记检查记录");
    in(check, Set.of(CheckStatus.PENDING), "登记检查记录");
    TeamRules.noRequestIsOpen(!recusalRequests.open(checkId).isEmpty());
    CheckRules.inTeam(check, actor);
    CheckRules.recordIsComplete(record);
    LocalDate noticedOn = object.given().at().atZone(clock.getZone()).toLocalDate();
    CheckRules.dayIsPossible(record.checkedOn(), noticedOn, LocalDate.now(clock));
    CheckRules.enoughArePresent(check, record.present());
    CheckRules.mayInspectOn(record.checkedOn(), inspectors.of(record.present()).values(),
        recusals.inspectorsOf(object.objectNo(), record.checkedOn()));
    List<AnsweredPoint> answered = checklists.answered(object.jointInspectionId(), check.department(), record);
    table.save(table.update(check)
        .set("status", CheckStatus.CHECKED.name())
        .set("method", record.method().name())
        .set("checked_on", record.checkedOn())
        .set("record", record.record())
        .set("checked_by", actor.userId())
        .set("checked_at", OffsetDateTime.now(clock)));
    table.markPresent(checkId, record.present());
    results.insertFindings(checkId, record.findings());
    checklists.keep(checkId, answered);
    keep(actor, check, "登记检查记录（" + record.method().text() + "）", "检查日期 " + record.checkedOn());
  }

  /** What was found, in order of the matters; empty before the check. */
  @Transactional(readOnly = true)
  public List<Finding> findings(long checkId) {
    return results.findings(checkId);
  }

  /** The newest version of the table of results, in printed order. */
  @Transactional(readOnly = true)
  public List<ResultCode> resultCodes() {
    return List.copyOf(results.codes().values());
  }

  /** The result as entered, for those who correct it; null before the first entry. */
  @Transactional(readOnly = true)
  public ResultEntry entered(long checkId) {
    DepartmentCheck check = table.get(checkId);
    if (check.entry().by() == null) {
      return null;
    }
    return new ResultEntry(
        results.results(checkId).stream().map(result -> new ResultEntry.Result(result.code(), result.note())).toList(),
        check.entry().statement(),
        results.followUps(checkId));
  }

  /** One of the team enters the result, or corrects it after a review sent it back (谁检查、谁录入, 三). */
  @Transactional
  public void enterResult(long checkId, ResultEntry entry, Actor actor) {
    DepartmentCheck check = table.get(checkId);
    ObjectInspection object = objects.get(check.objectInspectionId());
    CommonRules.inState(object.status() == ObjectInspectionStatus.CHECKED, ObjectInspections.what(object),
        object.status().text(), "录入检查结果");
    in(check, Set.of(CheckStatus.CHECKED, CheckStatus.RETURNED), "录入检查结果");
    CheckRules.inTeam(check, actor);
    Map<String, ResultCode> codes = results.codes();
    ResultRules.check(entry, codes, results.findings(checkId), check.department(), inspecting());
    int version = codes.get(entry.results().get(0).code()).version();
    table.save(table.update(check)
        .set("status", CheckStatus.ENTERED.name())
        .set("statement", entry.statement())
        .set("result_version", version)
        .set("entered_by", actor.userId())
        .set("entered_at", OffsetDateTime.now(clock)));
    results.replaceResults(checkId, version, entry);
    keep(actor, check, "录入检查结果",
        entry.results().stream().map(result -> codes.get(result.code()).text()).collect(Collectors.joining("；")));
  }

  /** Another person of the department approves the result, or sends it back with a reason. */
  @Transactional
  public void review(long checkId, boolean approve, String note, Actor actor) {
    DepartmentCheck check = table.get(checkId);
    in(check, Set.of(CheckStatus.ENTERED), "审核");
    CommonRules.reviewerOf(actor, check.department(), departments.byCode(check.department()).name());
    ReviewRules.reviewerDidNotEnter(check, actor);
    if (!approve) {
      CommonRules.noteGiven(note, "退回须写明理由");
    }
    table.save(table.update(check)
        .set("status", (approve ? CheckStatus.APPROVED : CheckStatus.RETURNED).name())
        .set("reviewed_by", actor.userId())
        .set("reviewed_at", OffsetDateTime.now(clock))
        .set("review_note", note));
    keep(actor, check, approve ? "审核通过" : "审核退回", note);
  }

  /** The approved result has been published, which may propose another class; a second call changes nothing. */
  @Transactional
  public void markPublished(long checkId) {
    DepartmentCheck check = table.get(checkId);
    if (check.status() == CheckStatus.PUBLISHED) {
      return;
    }
    in(check, Set.of(CheckStatus.APPROVED), "公示");
    table.save(table.update(check)
        .set("status", CheckStatus.PUBLISHED.name())
        .set("published_at", OffsetDateTime.now(clock)));
    keep(Journal.SYSTEM, check, "公示检查结果", null);
    classProposals.afterPublication(checkId, objects.get(check.objectInspectionId()).objectNo());
  }

  /** Everything about the check, as it stands. */
  @Transactional(readOnly = true)
  public CheckReport report(long checkId) {
    DepartmentCheck check = table.get(checkId);
    ObjectInspection object = objects.get(check.objectInspectionId());
    DepartmentCheck.Examination done = check.examination();
    List<Finding> findings = results.findings(checkId);
    return new CheckReport(
        checkId,
        new CheckReport.Joint(object.jointInspectionId(), joints.title(object.jointInspectionId())),
        new CheckReport.Subject(object.id(), object.objectNo(), object.objectName(),
            registry.find(object.objectNo()).map(InspectionObject::creditCode).orElse(null)),
        new CheckReport.Body(check.department(), departments.byCode(check.department()).name()),
        new CheckReport.Done(findings.stream().map(Finding::matter).toList(),
            done.method() == null ? null : done.method().text(), done.on(),
            findings.stream().filter(finding -> finding.outcome() == Outcome.PROBLEM)
                .map(finding -> finding.matter() + "：" + finding.note()).toList()),
        new CheckReport.Entered(results.results(checkId), check.entry().statement(),
            results.followUps(checkId).stream().map(followUp -> new CheckReport.FollowUp(followUp.code().name(),
                followUp.code().text(), followUp.note(), followUp.targetDepartment())).toList(),
            check.entry().by(), check.review().by()),
        check.status().name());
  }

  /** Whether the result names a body in charge (五). */
  @Transactional(readOnly = true)
  public boolean refers(String objectInspectionId, String department) {
    return results.followUps(table.id(objectInspectionId, department)).stream()
        .anyMatch(followUp -> followUp.code() == FollowUpCode.REFER);
  }

  /** Violations that the result hands to a body in charge, one for each body; empty where there are none (五). */
  @Transactional(readOnly = true)
  public List<ReferralDemand> referrals(long checkId) {
    CheckReport report = report(checkId);
    String violation = report.done().problems().isEmpty()
        ? report.result().codes().stream().map(CheckReport.Result::text).collect(Collectors.joining("；"))
        : String.join("；", report.done().problems());
    String name = inspectors.nameOf(report.result().by());
    Actor enteredBy = new Actor(report.result().by(), name, Set.of());
    return report.result().followUps().stream()
        .filter(followUp -> FollowUpCode.REFER.name().equals(followUp.code()))
        .map(followUp -> new ReferralDemand(followUp.targetDepartment(),
            followUp.note() == null || followUp.note().isBlank() ? violation : violation + "。" + followUp.note(),
            enteredBy))
        .toList();
  }

  /** The newest published results of the object by any department (检查结果互认, 五); all are on the public site. */
  @Transactional(readOnly = true)
  public EarlierResults earlierResults(String objectNo) {
    List<ResultTable.Published> newest = results.published(registry.numbersOf(objectNo), EarlierResults.MOST);
    return new EarlierResults(newest.isEmpty() ? 0 : newest.get(0).total(), newest.stream()
        .map(one -> new EarlierResult(one.jointInspectionId(), one.title(),
            departments.byCode(one.department()).name(), one.checkedOn(), one.results(), one.statement()))
        .toList());
  }

  private Set<String> inspecting() {
    return departments.all().stream().filter(department -> department.kind() == DepartmentKind.DEPARTMENT)
        .map(Department::code).collect(Collectors.toSet());
  }

  private void keep(Actor actor, DepartmentCheck check, String action, String detail) {
    journal.ofCheck(actor, check, action, detail);
  }

  private void in(DepartmentCheck check, Set<CheckStatus> allowed, String step) {
    CommonRules.inState(allowed.contains(check.status()),
        departments.byCode(check.department()).name() + "的检查", check.status().text(), step);
  }
}

package cn.jointinspection.process.jointinspection;

import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.Method;
import cn.jointinspection.inspection.Participation;
import cn.jointinspection.inspection.Scheme;
import cn.jointinspection.inspection.TeamDemand;
import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.plan.PlanItem;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people must know of a joint inspection to decide on it, in their words. */
@Component
class InspectionFacts {

  static final Map<String, String> PUBLIC_KINDS = Map.of(
      "dice", "当场掷骰子", "lottery", "指定期次的彩票开奖号码", "drand", "指定轮次的 drand 随机信标", "none", "不使用公开随机值");

  private final JointInspections inspections;
  private final AnnualPlans plans;
  private final Departments departments;
  private final Inspectors inspectors;
  private final Clock clock;

  InspectionFacts(JointInspections inspections, AnnualPlans plans, Departments departments, Inspectors inspectors,
      Clock clock) {
    this.inspections = inspections;
    this.plans = plans;
    this.departments = departments;
    this.inspectors = inspectors;
    this.clock = clock;
  }

  /** @param cooperating null if the lead department inspects alone */
  record Facts(
      String id, String title, String lead, String cooperating, String scope, List<String> matters, String ratio,
      int times, LocalDate windowOpens, LocalDate windowCloses, String riskText) {}

  /** @param labels null if none is asked for */
  record TeamFacts(String department, String name, int count, String labels, int inspectors) {}

  record SchemeFacts(
      String text, String methods, LocalDate checkFrom, LocalDate checkUntil, Integer planned, String publicKind,
      String publicSource, List<TeamFacts> teams, String nature, String natureReason) {}

  record Named(String department, String name, String note) {}

  static String id(WorkItem item) {
    return item.variable(JointInspectionProcess.VARIABLE_JOINT_INSPECTION_ID);
  }

  JointInspection inspection(WorkItem item) {
    return inspections.get(id(item));
  }

  String subject(WorkItem item) {
    return inspection(item).title();
  }

  PlanItem item(JointInspection inspection) {
    return plans.item(inspection.plan().id(), inspection.plan().rowNo());
  }

  Facts of(JointInspection inspection) {
    PlanItem item = item(inspection);
    String cooperating = inspection.participations().stream()
        .filter(participation -> !participation.lead())
        .map(participation -> name(participation.department()) + (participation.takesPart() ? "" : "（已免除）"))
        .collect(Collectors.joining("、"));
    return new Facts(
        inspection.id(), inspection.title(), name(inspection.leadDepartment()),
        cooperating.isEmpty() ? null : cooperating, item.scope(), item.matters(),
        item.ratio().words(), item.ratio().timesPerYear(), inspection.window().opens(), inspection.window().closes(), item.risk().text());
  }

  SchemeFacts scheme(JointInspection inspection) {
    Scheme scheme = inspection.scheme();
    return new SchemeFacts(
        scheme.text(),
        scheme.methods().stream().map(Method::text).collect(Collectors.joining("、")),
        scheme.checkFrom(), scheme.checkUntil(), scheme.planned(),
        PUBLIC_KINDS.get(scheme.publicKind()),
        "none".equals(scheme.publicKind()) ? null : scheme.publicSource(),
        teams(inspection, scheme), scheme.nature().label(), scheme.natureReason());
  }

  private List<TeamFacts> teams(JointInspection inspection, Scheme scheme) {
    Map<String, List<Inspector>> could =
        drawable(inspection, scheme.teams().stream().map(TeamDemand::department).toList());
    return scheme.teams().stream()
        .map(team -> team(team, could.getOrDefault(team.department(), List.of()).size())).toList();
  }

  private TeamFacts team(TeamDemand demand, int inForce) {
    String labels = demand.labels().entrySet().stream().sorted(Map.Entry.comparingByKey())
        .map(label -> label.getKey() + "至少 " + label.getValue() + " 人").collect(Collectors.joining("、"));
    return new TeamFacts(demand.department(), name(demand.department()), demand.count(),
        labels.isEmpty() ? null : labels, inForce);
  }

  /** Those who could be drawn today, by department. */
  Map<String, List<Inspector>> drawable(JointInspection inspection, Collection<String> departments) {
    return inspectors.forMatters(departments, item(inspection).matters(), LocalDate.now(clock)).stream()
        .collect(Collectors.groupingBy(Inspector::department));
  }

  Named cosignRefusal(Participation participation) {
    return new Named(participation.department(), name(participation.department()), participation.cosignNote());
  }

  Named acceptanceRefusal(Participation participation) {
    return new Named(participation.department(), name(participation.department()), participation.acceptanceNote());
  }

  String name(String department) {
    return departments.byCode(department).name();
  }
}

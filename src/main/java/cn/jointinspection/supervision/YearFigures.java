package cn.jointinspection.supervision;

import cn.jointinspection.draw.DrawsOfInspections;
import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.Progress;
import cn.jointinspection.plan.AnnualPlan;
import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.plan.PlanItem;
import cn.jointinspection.plan.RiskRule;
import cn.jointinspection.referral.Referrals;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.InspectionItems;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far a year's plan has come, by department, and its targets (三、四、五). */
@Service
public class YearFigures {

  private static final int QUARTERS = 4;

  private final AnnualPlans plans;
  private final JointInspections inspections;
  private final DrawsOfInspections draws;
  private final InspectionItems matters;
  private final Departments departments;
  private final Referrals referrals;
  private final Supervision supervision;

  YearFigures(AnnualPlans plans, JointInspections inspections, DrawsOfInspections draws, InspectionItems matters,
      Departments departments, Referrals referrals, Supervision supervision) {
    this.plans = plans;
    this.inspections = inspections;
    this.draws = draws;
    this.matters = matters;
    this.departments = departments;
    this.referrals = referrals;
    this.supervision = supervision;
  }

  /**
   * One department's year. Checks are counted by object and department.
   *
   * @param planned joint inspections that it leads
   * @param launched of these, launched
   * @param drawn checks that fell to it by lot, without those dropped
   * @param late deadlines that it let pass
   * @param referred violations that it referred
   */
  public record DepartmentYear(
      String department, String name, int planned, int launched, int drawn, int checked, int entered, int published,
      int problems, int dropped, int late, int referred) {}

  /**
   * A target with the list behind it.
   *
   * @param percent at least this many of the denominator
   * @param open what is missing, by name
   */
  public record Target(String name, String clause, int numerator, int denominator, int percent, List<String> open) {

    public boolean met() {
      return (long) numerator * 100 >= (long) denominator * percent;
    }
  }

  /** @param year of the plan */
  public record Figures(int year, List<DepartmentYear> departments, DepartmentYear total, List<Target> targets) {}

  /** @throws java.util.NoSuchElementException if no plan is published for the year */
  @Transactional(readOnly = true)
  public Figures of(int year) {
    AnnualPlan plan = plans.published(year).orElseThrow();
    List<JointInspection> all = inspections.ofPlan(plan.id());
    List<DepartmentYear> rows = byDepartment(plan.id(), all, year);
    return new Figures(year, rows, total(rows), targets(plan, all, rows));
  }

  private List<DepartmentYear> byDepartment(long planId, List<JointInspection> all, int year) {
    Map<String, Progress> progress = inspections.progressOfPlan(planId);
    Map<String, Integer> late = supervision.countByDepartment(year);
    Map<String, Integer> referred = referrals.countByDepartment(year);
    return departments.all().stream()
        .filter(d -> progress.containsKey(d.code()) || late.containsKey(d.code()))
        .map(d -> row(d.code(), d.name(), all.stream().filter(joint -> joint.leadDepartment().equals(d.code())).toList(),
            progress.getOrDefault(d.code(), new Progress(d.code(), 0, 0, 0, 0, 0, 0)), late.getOrDefault(d.code(), 0), referred.getOrDefault(d.code(), 0)))
        .toList();
  }

  private static DepartmentYear row(String department, String name, List<JointInspection> led, Progress progress,
      int late, int referred) {
    return new DepartmentYear(department, name, led.size(),
        (int) led.stream().filter(joint -> joint.launch() != null).count(),
        progress.due(), progress.checked(), progress.entered(), progress.published(), progress.problems(),
        progress.dropped(), late, referred);
  }

  private static DepartmentYear total(List<DepartmentYear> rows) {
    return rows.stream().reduce(new DepartmentYear("", "合计", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        (a, b) -> new DepartmentYear("", "合计", a.planned + b.planned, a.launched + b.launched, a.drawn + b.drawn,
            a.checked + b.checked, a.entered + b.entered, a.published + b.published, a.problems + b.problems,
            a.dropped + b.dropped, a.late + b.late, a.referred + b.referred));
  }

  private List<Target> targets(AnnualPlan plan, List<JointInspection> all, List<DepartmentYear> rows) {
    Map<Integer, PlanItem> items =
        plans.items(plan.id()).stream().collect(Collectors.toMap(PlanItem::rowNo, item -> item));
    Set<String> lots = draws.drawn(all.stream().map(JointInspection::id).toList());
    List<JointInspection> drawn = all.stream().filter(joint -> lots.contains(joint.id())).toList();
    List<JointInspection> byRisk =
        drawn.stream().filter(joint -> items.get(joint.plan().rowNo()).risk().rule() != RiskRule.NONE).toList();
    DepartmentYear total = total(rows);
    return List.of(
        coverage(drawn, items),
        new Target("运用信用风险分类的联合抽查", "四", byRisk.size(), drawn.size(), 90,
            drawn.stream().filter(joint -> !byRisk.contains(joint)).map(JointInspection::title).toList()),
        new Target("抽查结果录入", "五", total.entered, total.drawn, 100, open(rows, DepartmentYear::entered)),
        new Target("抽查结果公示", "五", total.published, total.drawn, 100, open(rows, DepartmentYear::published)),
        briefs(rows));
  }

  /** Of the matters on the departments' lists (一单), those that a joint draw of the year covers. */
  private Target coverage(List<JointInspection> drawn, Map<Integer, PlanItem> items) {
    Set<String> listed = matters.inForce();
    Set<String> covered = new HashSet<>();
    drawn.forEach(joint -> covered.addAll(items.get(joint.plan().rowNo()).matters()));
    return new Target("双随机抽查覆盖的抽查事项", "三",
        (int) listed.stream().filter(covered::contains).count(), listed.size(), 80,
        listed.stream().filter(matter -> !covered.contains(matter)).sorted().toList());
  }

  /** Nothing here writes briefs yet, so none is counted; to leave the target out would say that it does not exist. */
  private static Target briefs(List<DepartmentYear> rows) {
    int inspecting = (int) rows.stream().filter(row -> row.drawn() > 0).count();
    return new Target("每部门每季度工作简报", "五", 0, QUARTERS * inspecting, 100, List.of("简报不在本系统编发，未计入"));
  }

  private static List<String> open(List<DepartmentYear> rows, ToIntFunction<DepartmentYear> done) {
    return rows.stream().filter(row -> done.applyAsInt(row) < row.drawn())
        .map(row -> row.name() + "：" + (row.drawn() - done.applyAsInt(row)) + " 户次").toList();
  }
}

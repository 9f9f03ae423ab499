package cn.jointinspection.process.jointinspection;

import cn.jointinspection.calendar.CalendarRefused.NoHolidayTable;
import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.draw.DrawStatus;
import cn.jointinspection.draw.Draws;
import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.Cosign;
import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.inspection.JointInspections;
import cn.jointinspection.inspection.Method;
import cn.jointinspection.inspection.Participation;
import cn.jointinspection.inspection.Scheme;
import cn.jointinspection.inspection.TeamDemand;
import cn.jointinspection.plan.PlanItem;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.TaskNature;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** 拟定方案并发起: the lead department draws up the joint scheme (二). */
@Component
class LaunchInspectionForm extends TaskForm<LaunchInspectionForm.Answers> {

  /** Where an inspector's load may lie above the lowest, so that labels and chance both have room. */
  private static final int SLACK = 1;

  private static final Map<String, String> SOURCE_EXAMPLES = Map.of(
      "dice", "20 枚十面骰，2024-04-10 上午 10 时，县政务服务大厅",
      "lottery", "中国福利彩票双色球第 2024040 期开奖号码，按开出顺序相连",
      "drand", "drand quicknet 第 7000000 轮的 randomness");

  private final JointInspections inspections;
  private final Draws draws;
  private final InspectionFacts facts;
  private final Candidates candidates;
  private final LaunchNeeds needs;
  private final WorkingDays workingDays;
  private final Clock clock;

  LaunchInspectionForm(JointInspections inspections, Draws draws, InspectionFacts facts, Candidates candidates,
      LaunchNeeds needs, WorkingDays workingDays, Clock clock) {
    super(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION, facts::subject);
    this.inspections = inspections;
    this.draws = draws;
    this.facts = facts;
    this.candidates = candidates;
    this.needs = needs;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /** @param label of which one team member must hold it; null for none */
  record Team(
      @NotBlank(message = "检查人员表缺少部门") String department,
      @Min(value = 2, message = "每户每部门检查人员不得少于两人") int count,
      String label) {}

  /** @param nature absent for a general task @param natureReason on what any other rests */
  record Answers(
      @NotBlank(message = "请填写方案内容") @Size(max = 4000, message = "方案内容不得超过 4000 字") String scheme,
      @NotEmpty(message = "请至少选一种检查方式") List<Method> methods,
      @Min(value = 1, message = "计划抽取户数应为正整数") Integer planned,
      @NotNull(message = "请填写检查开始日期") LocalDate checkFrom,
      @NotNull(message = "请填写检查截止日期") LocalDate checkUntil,
      @NotBlank(message = "请选择公开随机值的来源") String publicKind,
      @Size(max = 200, message = "公开随机值来源不得超过 200 字") String publicSource,
      @NotEmpty(message = "请填写各部门检查人员") List<@Valid Team> teams,
      TaskNature nature,
      @Size(max = 500, message = "任务性质的依据不得超过 500 字") String natureReason) {}

  record Option(String code, String label) {}

  record TeamRow(String department, String name, int inspectors, int count, String label, List<String> available) {}

  record Abandoned(String id, String reason) {}

  record Defaults(
      String scheme, Map<String, Boolean> methods, Integer planned, LocalDate checkFrom, LocalDate checkUntil,
      String publicKind, String publicSource, List<TeamRow> teams, String nature, String natureReason) {}

  /** @param missing what keeps it from being launched, each with the page where it is done */
  record View(
      InspectionFacts.Facts inspection, List<String> missing, Candidates.Counts counts, boolean plannedAllowed,
      List<Option> methods, List<Option> natures, List<Option> publicKinds, Map<String, String> sourceExamples,
      List<InspectionFacts.Named> refusals, List<Abandoned> abandoned, Defaults defaults) {}

  @Override
  public View view(WorkItem item) {
    JointInspection inspection = facts.inspection(item);
    PlanItem planItem = facts.item(inspection);
    return new View(
        facts.of(inspection),
        needs.missing(inspection, planItem),
        candidates.of(planItem),
        planItem.ratio().atLeast(),
        Arrays.stream(Method.values()).map(method -> new Option(method.name(), method.text())).toList(),
        Arrays.stream(TaskNature.values()).map(nature -> new Option(nature.name(), nature.label())).toList(),
        List.of("dice", "lottery", "drand", "none").stream()
            .map(kind -> new Option(kind, InspectionFacts.PUBLIC_KINDS.get(kind))).toList(),
        SOURCE_EXAMPLES,
        inspection.participations().stream().filter(p -> p.cosign() == Cosign.REFUSED)
            .map(facts::cosignRefusal).toList(),
        draws.of(inspection.id()).stream().filter(draw -> draw.status() == DrawStatus.ABANDONED)
            .map(draw -> new Abandoned(draw.id(), draw.abandoned().reason())).toList(),
        defaults(inspection, planItem));
  }

  private Defaults defaults(JointInspection inspection, PlanItem item) {
    Scheme before = inspection.scheme();
    Map<String, Boolean> methods = new LinkedHashMap<>();
    (before == null ? List.of(Method.ON_SITE) : before.methods()).forEach(method -> methods.put(method.name(), true));
    LocalDate from = before == null ? firstCheckDay(inspection) : before.checkFrom();
    return new Defaults(
        before == null ? text(inspection, item) : before.text(), methods, before == null ? null : before.planned(), from,
        before == null ? lastCheckDay(inspection, from) : before.checkUntil(),
        before == null ? "dice" : before.publicKind(), before == null ? "" : before.publicSource(),
        teamRows(inspection), (before == null ? TaskNature.GENERAL : before.nature()).name(),
        before == null ? "" : before.natureReason());
  }

  private List<TeamRow> teamRows(JointInspection inspection) {
    Map<String, List<Inspector>> inForce = facts.drawable(inspection, inspection.departments());
    return inspection.participations().stream().filter(Participation::takesPart)
        .map(part -> teamRow(part, inForce.getOrDefault(part.department(), List.of()))).toList();
  }

  private TeamRow teamRow(Participation participation, List<Inspector> inForce) {
    List<String> labels = inForce.stream().flatMap(inspector -> inspector.labels().stream()).distinct().sorted().toList();
    String label = participation.teamLabels().keySet().stream().sorted().findFirst().orElse(null);
    return new TeamRow(participation.department(), facts.name(participation.department()), inForce.size(),
        participation.teamCount(), label, labels);
  }

  /** Co-signing, the draw and its acceptance come first. */
  private LocalDate firstCheckDay(JointInspection inspection) {
    return proposed(LocalDate.now(clock), 10, inspection.window().closes());
  }

  private LocalDate lastCheckDay(JointInspection inspection, LocalDate from) {
    return proposed(from, 40, inspection.window().closes());
  }

  /** Within the window; its last day where the table of holidays ends before, so that the form opens all the same. */
  private LocalDate proposed(LocalDate from, int workingDaysLater, LocalDate closes) {
    try {
      LocalDate day = workingDays.after(from, workingDaysLater);
      return day.isAfter(closes) ? closes : day;
    } catch (NoHolidayTable endsBefore) {
      return closes;
    }
  }

  private String text(JointInspection inspection, PlanItem item) {
    return "对" + item.scope() + "开展部门联合抽查。各部门按各自法定职责，对照抽查事项检查：" + String.join("；", item.matters())
        + "。检查人员不少于两人，出示执法证件，检查前通知、检查中记录、检查后录入并公示。";
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    JointInspection inspection = facts.inspection(item);
    needs.check(inspection, facts.item(inspection));
    inspections.launch(
        inspection.id(),
        new Scheme(
            answers.scheme(), answers.methods(), answers.planned(), answers.checkFrom(), answers.checkUntil(),
            answers.publicKind(), "none".equals(answers.publicKind()) ? "none" : answers.publicSource(), SLACK,
            answers.teams().stream().map(LaunchInspectionForm::demand).toList(),
            Objects.requireNonNullElse(answers.nature(), TaskNature.GENERAL), answers.natureReason()),
        actor);
    return Map.of();
  }

  private static TeamDemand demand(Team team) {
    boolean any = team.label() == null || team.label().isBlank();
    return new TeamDemand(team.department(), team.count(), any ? Map.of() : Map.of(team.label(), 1));
  }
}

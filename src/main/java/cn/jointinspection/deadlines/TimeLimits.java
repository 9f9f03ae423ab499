package cn.jointinspection.deadlines;

import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.PerTransaction;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The decision table {@code time-limits.dmn}: changed by the office, not by a programmer. Every transaction goes by
 * the version in force on the database at its first question, whichever node deployed it; a version's answers never change and are
 * kept.
 */
@Component
public class TimeLimits {

  /** Key of the decision. */
  public static final String DECISION = "time-limits";

  /** What a limit is counted from. */
  public enum Base {
    /** Working days after the step begins. */
    NOW("收到任务后"),
    /** Days of the calendar after the step begins: for the step that waits for the table of working days itself. */
    CALENDAR_DAYS("收到任务后（自然日）"),
    /** Working days before the last day of the plan item's window. */
    WINDOW_END("计划窗口结束日"),
    /** Working days before the last day of checking that the scheme sets. */
    CHECK_END("方案定的检查截止日"),
    /** Working days before the last day for publication: 20 working days or 20 December (五). */
    PUBLICATION("公示期限"),
    /** Working days before 20 December of the plan year (五). */
    YEAR_END("12月20日");

    private final String text;

    Base(String text) {
      this.text = text;
    }

    /** For people. */
    public String text() {
      return text;
    }
  }

  /** Who is told of a deadline that comes near. */
  public enum Told {
    /** Whoever has the task, or may take it, by name; the body, where nobody is named. */
    ASSIGNEE("承办人员"),
    /** The body that owes the step. */
    DEPARTMENT("承办部门"),
    /** The reviewers of the body that owes the step; the body itself, where it has none. */
    REVIEWERS("承办部门审核组"),
    /** The lead department of the joint inspection. */
    LEAD("发起部门"),
    /** 领导小组办公室. */
    OFFICE("领导小组办公室"),
    /** 纪检监察. */
    DISCIPLINE("纪检监察");

    private final String text;

    Told(String text) {
      this.text = text;
    }

    /** For people. */
    public String text() {
      return text;
    }
  }

  /** Who decides the supervision order of a missed deadline; never the late body itself, then it is the other one. */
  public enum Supervisor {
    OFFICE(Groups.OFFICE, "领导小组办公室"),
    DISCIPLINE(Groups.DISCIPLINE, "纪检监察");

    private final String group;
    private final String text;

    Supervisor(String group, String text) {
      this.group = group;
      this.text = text;
    }

    /** Code of the body, which is its group's id. */
    public String group() {
      return group;
    }

    /** For people. */
    public String text() {
      return text;
    }
  }

  /**
   * One row of the table.
   *
   * @param days working days, at least 0
   * @param remindBefore working days between the reminder and the last day, at least 0
   * @param remindAfterEvery working days between the reminders of late work, at least 1
   * @param tells who is reminded, never empty
   * @param escalatesTo who decides about the lateness
   */
  public record Limit(
      Base base, int days, int remindBefore, int remindAfterEvery, Set<Told> tells, Supervisor escalatesTo) {

    public Limit {
      tells = Collections.unmodifiableSet(EnumSet.copyOf(tells));
    }

    /** The limit in words. */
    public String text() {
      return switch (base) {
        case NOW -> days == 0 ? "收到任务当日" : "收到任务后 " + days + " 个工作日内";
        case CALENDAR_DAYS -> days == 0 ? "收到任务当日" : "收到任务后 " + days + " 日内";
        case WINDOW_END, CHECK_END, PUBLICATION, YEAR_END ->
            days == 0 ? base.text() : base.text() + "前 " + days + " 个工作日";
      };
    }

    /** Who is told, in words. */
    public String tellsText() {
      return tells.stream().map(Told::text).collect(Collectors.joining("、"));
    }
  }

  private record Answer(String definitionId, String step) {}

  private final DecisionService decisions;
  private final RepositoryService repository;
  private final Map<Answer, Limit> answers = new ConcurrentHashMap<>();
  private final PerTransaction<String, String> versions = new PerTransaction<>();

  TimeLimits(@Lazy DecisionService decisions, @Lazy RepositoryService repository) {
    this.decisions = decisions;
    this.repository = repository;
  }

  /** @throws IllegalArgumentException if the table has no row for the step */
  public Limit of(String step) {
    var question = new Answer(versions.get(DECISION, () -> inForce().getId()), step);
    Limit known = answers.get(question);
    if (known == null) {
      known = evaluate(question);
      answers.put(question, known);
    }
    return known;
  }

  /** The version in force. */
  public DecisionDefinition inForce() {
    DecisionDefinition latest = repository.createDecisionDefinitionQuery()
        .decisionDefinitionKey(DECISION).latestVersion().withoutTenantId().singleResult();
    if (latest == null) {
      throw new IllegalStateException("没有部署时限表 " + DECISION);
    }
    return latest;
  }

  private Limit evaluate(Answer question) {
    var result =
        decisions.evaluateDecisionTableById(question.definitionId(), Map.of("step", (Object) question.step()));
    if (result.isEmpty()) {
      throw new IllegalArgumentException("时限表没有环节 " + question.step());
    }
    var row = result.getSingleResult();
    return new Limit(
        Base.valueOf(row.getEntry("base")),
        ((Number) row.getEntry("days")).intValue(),
        ((Number) row.getEntry("remindBefore")).intValue(),
        ((Number) row.getEntry("remindAfterEvery")).intValue(),
        Arrays.stream(row.<String>getEntry("tells").split(",")).map(String::strip).map(Told::valueOf)
            .collect(Collectors.toSet()),
        Supervisor.valueOf(row.getEntry("escalatesTo")));
  }
}

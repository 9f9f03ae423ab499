package cn.jointinspection.simulation;

import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.inspection.Outcome;
import cn.jointinspection.inspection.Verdict;
import cn.jointinspection.process.objectinspection.ObjectInspectionProcess;
import cn.jointinspection.registry.AnswerKind;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Notice, check, result and review; recusals and substitutions. */
@Component
@Profile("simulation")
class ObjectInspectionAnswers implements Answers {

  private static final Set<String> TASKS = Set.of(
      ObjectInspectionProcess.USER_TASK_GIVE_NOTICE,
      ObjectInspectionProcess.USER_TASK_RECORD_CHECK,
      ObjectInspectionProcess.USER_TASK_ENTER_RESULT,
      ObjectInspectionProcess.USER_TASK_REVIEW_RESULT,
      ObjectInspectionProcess.USER_TASK_APPROVE_SUBSTITUTION,
      ObjectInspectionProcess.USER_TASK_COUNTERSIGN_SUBSTITUTION,
      ObjectInspectionProcess.USER_TASK_DECIDE_RECUSAL,
      ObjectInspectionProcess.USER_TASK_DESIGNATE_INSPECTOR);
  private static final int GONE_PER_MILLE = 8;
  private static final int PROBLEM_PER_MILLE = 60;
  private static final int LONGEST_WAIT_FOR_VISIT = 25;
  private static final String FAULT = "台账登记不全，与现场情况不一致";

  private final WorkingDays workingDays;
  private final Clock clock;

  ObjectInspectionAnswers(WorkingDays workingDays, Clock clock) {
    this.workingDays = workingDays;
    this.clock = clock;
  }

  @Override
  public boolean know(String task) {
    return TASKS.contains(task);
  }

  @Override
  public Map<String, Object> to(Errand errand, JsonNode view, Chance chance) {
    return switch (errand.task()) {
      case ObjectInspectionProcess.USER_TASK_GIVE_NOTICE -> Map.of(
          "kind", chance.perMille(100) ? "UNANNOUNCED" : "PHONE", "text", "按抽取结果实施联合检查",
          "visitOn", visitOn(view, chance).toString());
      case ObjectInspectionProcess.USER_TASK_RECORD_CHECK -> errand.round() == 1 && chance.perMille(GONE_PER_MILLE)
          ? Map.of("objectGone", true, "gone", Map.of("reason", "DEREGISTERED", "note", "登记机关已办理注销，现场已停业"))
          : Map.of("objectGone", false, "check", check(view, chance));
      case ObjectInspectionProcess.USER_TASK_ENTER_RESULT -> result(view, chance);
      case ObjectInspectionProcess.USER_TASK_REVIEW_RESULT -> errand.round() == 1 && chance.perMille(40)
          ? Map.of("approve", false, "note", "请补充公示说明") : Map.of("approve", true);
      case ObjectInspectionProcess.USER_TASK_APPROVE_SUBSTITUTION,
          ObjectInspectionProcess.USER_TASK_COUNTERSIGN_SUBSTITUTION -> Map.of("approve", true, "note", "情况属实");
      case ObjectInspectionProcess.USER_TASK_DECIDE_RECUSAL -> recusal(view, chance);
      case ObjectInspectionProcess.USER_TASK_DESIGNATE_INSPECTOR -> Map.of(
          "inspector", view.get("eligible").get(0).get("code").asText(), "note", "在岗人员中负荷最轻");
      default -> throw new IllegalArgumentException(errand.task());
    };
  }

  /** Within the scheme's days and the next weeks. */
  private LocalDate visitOn(JsonNode view, Chance chance) {
    LocalDate from = LocalDate.parse(view.get("object").get("checkFrom").asText());
    LocalDate until = LocalDate.parse(view.get("object").get("checkUntil").asText());
    LocalDate today = LocalDate.now(clock);
    LocalDate first = workingDays.after(from.isBefore(today) ? today : from, 1);
    LocalDate day = workingDays.after(first, chance.below(LONGEST_WAIT_FOR_VISIT));
    LocalDate last = workingDays.isWorkingDay(until) ? until : workingDays.before(until, 1);
    return day.isAfter(last) && !last.isBefore(first) ? last : day;
  }

  private Map<String, Object> check(JsonNode view, Chance chance) {
    List<Map<String, Object>> findings = new ArrayList<>();
    List<Map<String, Object>> answers = new ArrayList<>();
    view.get("defaults").get("findings").forEach(row -> {
      boolean problem = chance.perMille(PROBLEM_PER_MILLE);
      findings.add(Map.of(
          "matter", row.get("matter").asText(),
          "outcome", (problem ? Outcome.PROBLEM : Outcome.NO_PROBLEM).name(),
          "note", problem ? FAULT : ""));
      row.get("points").forEach(point -> answers.add(answer(point, problem && answers.isEmpty())));
    });
    List<String> present = new ArrayList<>();
    view.get("defaults").get("team").forEach(row -> present.add(row.get("inspector").asText()));
    return Map.of("method", "ON_SITE", "checkedOn", LocalDate.now(clock).toString(),
        "record", "到场出示证件，按抽查事项逐项检查，负责人在场", "findings", findings, "answers", answers, "present", present);
  }

  private static Map<String, Object> answer(JsonNode point, boolean fails) {
    Map<String, Object> answer = new HashMap<>(Map.of("pointId", point.get("pointId").asLong()));
    switch (AnswerKind.valueOf(point.get("kind").asText())) {
      case CONFORMITY -> answer.put("verdict", (fails ? Verdict.FAILS : Verdict.CONFORMS).name());
      case NUMBER -> answer.put("number", 2);
      case WORDS -> answer.put("note", "现场查看，情况正常");
    }
    if (fails) {
      answer.put("note", FAULT);
    }
    return answer;
  }

  private static Map<String, Object> result(JsonNode view, Chance chance) {
    boolean problem = false;
    for (JsonNode finding : view.get("check").get("findings")) {
      problem |= finding.get("outcome").asText().equals(Outcome.PROBLEM.text());
    }
    if (!problem) {
      return answers("NO_PROBLEM", Map.of("code", "NONE"));
    }
    Map<String, Object> followUp = new HashMap<>();
    if (chance.perMille(700)) {
      followUp.put("code", "RECTIFY");
      return answers("RECTIFICATION_ORDERED", followUp);
    }
    boolean refer = chance.perMille(700);
    followUp.put("code", refer ? "REFER" : "FILE_CASE");
    if (refer) {
      followUp.put("targetDepartment", view.get("bodies").get(chance.below(view.get("bodies").size())).get("code").asText());
    }
    return answers("TO_BE_HANDLED", followUp);
  }

  private static Map<String, Object> answers(String code, Map<String, Object> followUp) {
    return Map.of("results", List.of(Map.of("code", code)), "statement", "", "followUps", List.of(followUp));
  }

  private static Map<String, Object> recusal(JsonNode view, Chance chance) {
    boolean approve = chance.perMille(800);
    Map<String, Object> answers = new HashMap<>();
    answers.put("requestId", view.get("defaults").get("requestId").asLong());
    answers.put("approve", approve);
    answers.put("note", approve ? "" : "所述关系不属于应当回避的情形");
    answers.put("nonce", approve ? chance.nonce() : null);
    return answers;
  }
}

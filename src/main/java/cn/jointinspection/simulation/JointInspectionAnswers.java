package cn.jointinspection.simulation;

import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.publicdraw.PublicDrawProcess;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Launch, co-signing, draw, acceptance and the end of a joint inspection. */
@Component
@Profile("simulation")
class JointInspectionAnswers implements Answers {

  private static final Set<String> TASKS = Set.of(
      JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION,
      JointInspectionProcess.USER_TASK_COSIGN_SCHEME,
      JointInspectionProcess.USER_TASK_COORDINATE_COSIGN,
      JointInspectionProcess.USER_TASK_ACCEPT_ASSIGNMENT,
      JointInspectionProcess.USER_TASK_COORDINATE_REFUSAL,
      JointInspectionProcess.USER_TASK_CONFIRM_COMPLETE,
      PublicDrawProcess.USER_TASK_CONTRIBUTE_NONCE,
      PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE,
      PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE,
      PublicDrawProcess.USER_TASK_RESOLVE_SHORTFALLS);

  @Override
  public boolean know(String task) {
    return TASKS.contains(task);
  }

  @Override
  public Map<String, Object> to(Errand errand, JsonNode view, Chance chance) {
    return switch (errand.task()) {
      case JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION -> scheme(view, chance);
      case JointInspectionProcess.USER_TASK_COSIGN_SCHEME -> errand.round() == 1 && chance.perMille(30)
          ? Map.of("agree", false, "note", "方案中的检查时间与本部门专项工作冲突，建议调整")
          : Map.of("agree", true);
      case JointInspectionProcess.USER_TASK_COORDINATE_COSIGN ->
          Map.of("backToLead", chance.perMille(500), "note", "经与两部门协商，意见一致");
      case JointInspectionProcess.USER_TASK_ACCEPT_ASSIGNMENT -> errand.round() == 1 && chance.perMille(20)
          ? Map.of("accept", false, "note", "近期抽调人员较多，暂无法派员")
          : Map.of("accept", true);
      case JointInspectionProcess.USER_TASK_COORDINATE_REFUSAL -> Map.of("decisions", refusals(view, chance));
      case JointInspectionProcess.USER_TASK_CONFIRM_COMPLETE -> Map.of("note", "各部门结果均已公示");
      case PublicDrawProcess.USER_TASK_CONTRIBUTE_NONCE -> Map.of("nonce", chance.nonce());
      case PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE -> errand.round() == 1 && chance.perMille(20)
          ? Map.of("abandon", true, "reason", "公布该随机值的活动取消，另行组织抽取")
          : Map.of("abandon", false, "value", chance.digits(20));
      case PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE -> errand.round() == 1 && chance.perMille(30)
          ? Map.of("confirm", false, "note", "第三位与公布的不一致")
          : Map.of("confirm", true);
      case PublicDrawProcess.USER_TASK_RESOLVE_SHORTFALLS -> Map.of("decisions", shortfalls(view));
      default -> throw new IllegalArgumentException(errand.task());
    };
  }

  private static Map<String, Object> scheme(JsonNode view, Chance chance) {
    JsonNode defaults = view.get("defaults");
    List<String> methods = new ArrayList<>();
    defaults.get("methods").fields().forEachRemaining(method -> methods.add(method.getKey()));
    String kind = chance.oneOf(List.of("dice", "lottery", "drand", "none"));
    List<Map<String, Object>> teams = new ArrayList<>();
    for (JsonNode row : defaults.get("teams")) {
      Map<String, Object> team = new HashMap<>();
      team.put("department", row.get("department").asText());
      team.put("count", row.get("count").asInt());
      team.put("label", row.get("available").isEmpty() || !chance.perMille(200) ? "" : row.get("available").get(0).asText());
      teams.add(team);
    }
    return Map.of(
        "scheme", defaults.get("scheme").asText(), "methods", methods,
        "checkFrom", defaults.get("checkFrom").asText(), "checkUntil", defaults.get("checkUntil").asText(),
        "publicKind", kind, "publicSource", kind.equals("none") ? "" : view.get("sourceExamples").get(kind).asText(),
        "teams", teams);
  }

  /** The lead department cannot be excused from its own joint inspection. */
  private static List<Map<String, Object>> refusals(JsonNode view, Chance chance) {
    List<Map<String, Object>> decisions = new ArrayList<>();
    view.get("defaults").get("decisions").forEach(row -> decisions.add(Map.of(
        "department", row.get("department").asText(),
        "excuse", !row.get("lead").asBoolean() && chance.perMille(400),
        "note", "已与该部门负责人沟通")));
    return decisions;
  }

  /** Each place goes to another of those who may fill it; where there is nobody, fewer inspect. */
  private static List<Map<String, Object>> shortfalls(JsonNode view) {
    Map<String, Integer> filled = new HashMap<>();
    List<Map<String, Object>> decisions = new ArrayList<>();
    for (JsonNode row : view.get("defaults").get("decisions")) {
      String team = row.get("objectNo").asText() + '|' + row.get("department").asText();
      int taken = filled.merge(team, 1, Integer::sum) - 1;
      Map<String, Object> decision = new HashMap<>();
      decision.put("objectNo", row.get("objectNo").asText());
      decision.put("department", row.get("department").asText());
      decision.put("seq", row.get("seq").asInt());
      decision.put("inspector",
          taken < row.get("eligible").size() ? row.get("eligible").get(taken).get("certificateNo").asText() : null);
      decision.put("reason", "经部门推荐");
      decisions.add(decision);
    }
    return decisions;
  }
}

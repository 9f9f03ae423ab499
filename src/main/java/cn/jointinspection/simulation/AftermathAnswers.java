package cn.jointinspection.simulation;

import cn.jointinspection.process.supervisionorder.SupervisionOrderProcess;
import cn.jointinspection.process.violationreferral.ViolationReferralProcess;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Referrals and supervision orders. */
@Component
@Profile("simulation")
class AftermathAnswers implements Answers {

  private static final Set<String> TASKS = Set.of(
      ViolationReferralProcess.USER_TASK_ISSUE_LETTER,
      ViolationReferralProcess.USER_TASK_RECEIVE_REFERRAL,
      ViolationReferralProcess.USER_TASK_REDIRECT_REFERRAL,
      ViolationReferralProcess.USER_TASK_HANDLE_VIOLATION,
      ViolationReferralProcess.USER_TASK_ACKNOWLEDGE_OUTCOME,
      SupervisionOrderProcess.USER_TASK_EXPLAIN_LATENESS,
      SupervisionOrderProcess.USER_TASK_DECIDE_SUPERVISION);

  @Override
  public boolean know(String task) {
    return TASKS.contains(task);
  }

  @Override
  public Map<String, Object> to(Errand errand, JsonNode view, Chance chance) {
    return switch (errand.task()) {
      case ViolationReferralProcess.USER_TASK_ISSUE_LETTER ->
          Map.of("letter", view.get("defaults").get("letter").asText());
      case ViolationReferralProcess.USER_TASK_RECEIVE_REFERRAL -> errand.round() == 1 && chance.perMille(150)
          ? Map.of("accept", false, "note", "不属于本部门管辖") : Map.of("accept", true);
      case ViolationReferralProcess.USER_TASK_REDIRECT_REFERRAL -> chance.perMille(300)
          ? Map.of("withdraw", true, "note", "由本部门自行办理")
          : Map.of("withdraw", false, "note", "按管辖改送",
              "target", view.get("bodies").get(chance.below(view.get("bodies").size())).get("code").asText());
      case ViolationReferralProcess.USER_TASK_HANDLE_VIOLATION -> Map.of("outcome", "已责令改正并复查合格");
      case ViolationReferralProcess.USER_TASK_ACKNOWLEDGE_OUTCOME -> errand.round() == 1 && chance.perMille(50)
          ? Map.of("accept", false, "note", "请补充复查情况") : Map.of("accept", true);
      case SupervisionOrderProcess.USER_TASK_EXPLAIN_LATENESS -> Map.of("explanation", "经办人员出差，现已安排办理");
      case SupervisionOrderProcess.USER_TASK_DECIDE_SUPERVISION -> errand.round() == 1 && chance.perMille(100)
          ? Map.of("choice", "ASK_AGAIN", "note", "请说明何时办结")
          : Map.of("choice", chance.perMille(700) ? "EXEMPT" : "ANSWERABLE", "note", "按全过程记录认定");
      default -> throw new IllegalArgumentException(errand.task());
    };
  }
}

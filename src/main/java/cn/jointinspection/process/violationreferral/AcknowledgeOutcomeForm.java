package cn.jointinspection.process.violationreferral;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.referral.Referrals;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 核对反馈: the department that referred takes note of the outcome, or asks again (五). */
@Component
class AcknowledgeOutcomeForm extends TaskForm<AcknowledgeOutcomeForm.Answers> {

  private final Referrals referrals;
  private final ReferralFacts facts;

  AcknowledgeOutcomeForm(Referrals referrals, ReferralFacts facts) {
    super(ViolationReferralProcess.USER_TASK_ACKNOWLEDGE_OUTCOME, facts::subject);
    this.referrals = referrals;
    this.facts = facts;
  }

  /** @param note needed when asking again */
  record Answers(
      @NotNull(message = "请选择办结或要求补充") Boolean accept,
      @Size(max = 1000, message = "说明不得超过 1000 字") String note) {}

  @Override
  public ReferralFacts.View view(WorkItem item) {
    return facts.view(item);
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    referrals.acknowledge(ReferralFacts.id(item), answers.accept(), answers.note(), actor);
    return Map.of(ViolationReferralProcess.VARIABLE_OUTCOME_ACCEPTED, answers.accept());
  }
}

package cn.jointinspection.process.violationreferral;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.referral.Referrals;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 签收抄告: the body in charge accepts, or returns with a reason (谁主管谁监管、谁管辖谁负责, 五). */
@Component
class ReceiveReferralForm extends TaskForm<ReceiveReferralForm.Answers> {

  private final Referrals referrals;
  private final ReferralFacts facts;

  ReceiveReferralForm(Referrals referrals, ReferralFacts facts) {
    super(ViolationReferralProcess.USER_TASK_RECEIVE_REFERRAL, facts::subject);
    this.referrals = referrals;
    this.facts = facts;
  }

  /** @param note needed with a return */
  record Answers(
      @NotNull(message = "请选择签收或退回") Boolean accept,
      @Size(max = 1000, message = "说明不得超过 1000 字") String note) {}

  @Override
  public ReferralFacts.View view(WorkItem item) {
    return facts.view(item);
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    referrals.receive(ReferralFacts.id(item), answers.accept(), answers.note(), actor);
    return Map.of(ViolationReferralProcess.VARIABLE_ACCEPTED, answers.accept());
  }
}

package cn.jointinspection.process.violationreferral;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.referral.Referrals;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 办理并反馈: the body in charge acts and reports back (五). */
@Component
class HandleViolationForm extends TaskForm<HandleViolationForm.Answers> {

  private final Referrals referrals;
  private final ReferralFacts facts;

  HandleViolationForm(Referrals referrals, ReferralFacts facts) {
    super(ViolationReferralProcess.USER_TASK_HANDLE_VIOLATION, facts::subject);
    this.referrals = referrals;
    this.facts = facts;
  }

  record Answers(
      @NotBlank(message = "请填写办理结果") @Size(max = 4000, message = "办理结果不得超过 4000 字") String outcome) {}

  @Override
  public ReferralFacts.View view(WorkItem item) {
    return facts.view(item);
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    referrals.handle(ReferralFacts.id(item), answers.outcome(), actor);
    return Map.of();
  }
}

package cn.jointinspection.process.violationreferral;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.referral.Referrals;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 制发抄告函: the department that found the violation issues the proposed letter, changed or not (五). */
@Component
class IssueLetterForm extends TaskForm<IssueLetterForm.Answers> {

  private final Referrals referrals;
  private final ReferralFacts facts;

  IssueLetterForm(Referrals referrals, ReferralFacts facts) {
    super(ViolationReferralProcess.USER_TASK_ISSUE_LETTER, facts::subject);
    this.referrals = referrals;
    this.facts = facts;
  }

  record Answers(
      @NotBlank(message = "请填写抄告函") @Size(max = 4000, message = "抄告函不得超过 4000 字") String letter) {}

  record Defaults(String letter) {}

  record View(ReferralFacts.Facts referral, Defaults defaults) {}

  @Override
  public View view(WorkItem item) {
    return new View(facts.of(item), new Defaults(referrals.proposedLetter(ReferralFacts.id(item))));
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    referrals.send(ReferralFacts.id(item), answers.letter(), actor);
    return Map.of();
  }
}

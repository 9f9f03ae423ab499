package cn.jointinspection.process.violationreferral;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.referral.Referral;
import cn.jointinspection.referral.Referrals;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 改送或撤回: what the department that found the violation does with a returned referral (五). */
@Component
class RedirectReferralForm extends TaskForm<RedirectReferralForm.Answers> {

  private final Referrals referrals;
  private final ReferralFacts facts;
  private final Departments departments;

  RedirectReferralForm(Referrals referrals, ReferralFacts facts, Departments departments) {
    super(ViolationReferralProcess.USER_TASK_REDIRECT_REFERRAL, facts::subject);
    this.referrals = referrals;
    this.facts = facts;
    this.departments = departments;
  }

  /** @param target code of the other body; null with a withdrawal */
  record Answers(
      @NotNull(message = "请选择改送或撤回") Boolean withdraw,
      String target,
      @NotBlank(message = "请写明理由") @Size(max = 1000, message = "理由不得超过 1000 字") String note) {

    @AssertTrue(message = "改送的，请选择部门")
    boolean isTargetNamed() {
      return !Boolean.FALSE.equals(withdraw) || target != null && !target.isBlank();
    }
  }

  record Body(String code, String name) {}

  record View(ReferralFacts.Facts referral, List<Body> bodies) {}

  @Override
  public View view(WorkItem item) {
    Referral referral = facts.referral(item);
    return new View(facts.of(item), departments.all().stream()
        .filter(body -> body.kind() == DepartmentKind.DEPARTMENT && !body.code().equals(referral.from().code()))
        .map(body -> new Body(body.code(), body.name())).toList());
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    if (answers.withdraw()) {
      referrals.withdraw(ReferralFacts.id(item), answers.note(), actor);
      return Map.of(ViolationReferralProcess.VARIABLE_WITHDRAWN, true);
    }
    referrals.redirect(ReferralFacts.id(item), answers.target(), answers.note(), actor);
    return Map.of(ViolationReferralProcess.VARIABLE_WITHDRAWN, false,
        ViolationReferralProcess.VARIABLE_TO_DEPARTMENT, answers.target());
  }
}

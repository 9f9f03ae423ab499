package cn.jointinspection.process.violationreferral;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.referral.Referral;
import cn.jointinspection.referral.Referrals;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Registers a referral and starts its process, in one transaction. */
@Component
public class ReferralStarter {

  private final RuntimeService runtime;
  private final Referrals referrals;

  ReferralStarter(@Lazy RuntimeService runtime, Referrals referrals) {
    this.runtime = runtime;
    this.referrals = referrals;
  }

  /**
   * @param checkId of the check that found the violation
   * @param targetDepartment code of the body in charge
   * @return number of the referral, the business key of its process
   * @throws cn.jointinspection.platform.RuleViolation as {@link Referrals#open} does; then nothing is started
   */
  public String start(long checkId, String targetDepartment, String violation, Actor actor) {
    Referral referral = referrals.get(referrals.open(checkId, targetDepartment, violation, actor));
    runtime.startProcessInstanceByKey(ViolationReferralProcess.KEY, referral.id(), Map.of(
        ViolationReferralProcess.VARIABLE_REFERRAL_ID, referral.id(),
        ViolationReferralProcess.VARIABLE_JOINT_INSPECTION_ID, referral.origin().jointInspectionId(),
        ViolationReferralProcess.VARIABLE_FROM_DEPARTMENT, referral.from().code(),
        ViolationReferralProcess.VARIABLE_TO_DEPARTMENT, referral.to().code()));
    return referral.id();
  }
}

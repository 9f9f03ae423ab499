package cn.jointinspection.process.violationreferral;

import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.referral.Referral;
import cn.jointinspection.referral.ReferralAction;
import cn.jointinspection.referral.Referrals;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What people must know of a referral to take its next step, in their words. */
@Component
class ReferralFacts {

  private final Referrals referrals;

  ReferralFacts(Referrals referrals) {
    this.referrals = referrals;
  }

  /** @param letter null before it is issued */
  record Facts(
      String id, String objectName, String objectNo, String jointInspectionId, String from, String to, String violation,
      String letter, String outcome, List<StepFacts> steps) {}

  record View(Facts referral) {}

  record StepFacts(Instant at, String action, String department, String actorName, String note) {}

  /** The letter in force is shown on its own, so the step that issued it does not repeat it. */
  private static StepFacts facts(Referral.Step step, Referral referral) {
    String note = step.note() != null && step.note().equals(referral.letter()) ? "抄告函全文见上" : step.note();
    boolean sendsTo = step.action() == ReferralAction.OPENED || step.action() == ReferralAction.REDIRECTED;
    return new StepFacts(
        step.at(),
        step.action().text() + (sendsTo ? "，送" + step.departmentName() : ""),
        sendsTo ? referral.from().name() : step.departmentName(),
        step.actorName(),
        note);
  }

  View view(WorkItem item) {
    return new View(of(item));
  }

  Facts of(WorkItem item) {
    Referral referral = referral(item);
    return new Facts(referral.id(), referral.origin().objectName(), referral.origin().objectNo(), referral.origin().jointInspectionId(),
        referral.from().name(), referral.to().name(), referral.violation(), referral.letter(),
        referral.outcome(), referral.steps().stream().map(step -> facts(step, referral)).toList());
  }

  String subject(WorkItem item) {
    return referral(item).origin().objectName();
  }

  Referral referral(WorkItem item) {
    return referrals.get(id(item));
  }

  static String id(WorkItem item) {
    return item.variable(ViolationReferralProcess.VARIABLE_REFERRAL_ID);
  }
}

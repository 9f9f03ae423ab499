package cn.jointinspection.referral;

import cn.jointinspection.platform.RuleViolation;

/** A referral goes to a body that inspects; the coordinating office and the discipline body never do. */
public final class NotABodyInCharge extends RuleViolation {

  private static final long serialVersionUID = 1L;

  NotABodyInCharge(String name, String where) {
    super("不能向%s抄告（%s）：它不承担监管职责。请从部门名单中改选主管部门。".formatted(name, where));
  }
}

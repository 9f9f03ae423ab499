package cn.jointinspection.referral;

import cn.jointinspection.platform.RuleViolation;

/** A referral goes to a body that inspects; the coordinating office and the discipline body never do. */
public final class NotABodyInCharge extends RuleViolation {

  private static final long serialVersionUID = 1L;

  NotABodyInCharge(String code) {
    super("不能向“%s”抄告：它不是承担监管职责的部门。请从部门名单中改选主管部门。".formatted(code));
  }
}

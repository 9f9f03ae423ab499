package cn.jointinspection.referral;

import cn.jointinspection.platform.RuleViolation;

/** What a referral (抄告移交) refuses and why (五：谁主管谁监管、谁管辖谁负责). */
public abstract sealed class ReferralRefused extends RuleViolation {

  private ReferralRefused(String message) {
    super(message);
  }

  /** A referral goes to a body that inspects; the coordinating office and the discipline body never do. */
  public static final class NotABodyInCharge extends ReferralRefused {
    NotABodyInCharge(String name, String where) {
      super("不能向%s抄告（%s）：它不承担监管职责。请从部门名单中改选主管部门。".formatted(name, where));
    }
  }

  /** A violation within a department's own charge is handled there, not referred. */
  public static final class ReferralToItself extends ReferralRefused {
    ReferralToItself(String departmentName, String where) {
      super("%s不能向本部门抄告（%s）。属本部门管辖的请直接立案办理；否则请改选主管部门。".formatted(departmentName, where));
    }
  }

  /** 谁主管谁监管、谁管辖谁负责 (五): each step belongs to one department. */
  public static final class NotThisDepartmentsStep extends ReferralRefused {
    NotThisDepartmentsStep(String id, String step, String departmentName) {
      super("抄告 %s 的“%s”只能由%s办理。请转告该部门人员登录办理。".formatted(id, step, departmentName));
    }
  }

  /** A return, a redirection, a withdrawal or a further question is only made with its reason (全过程留痕, 三). */
  public static final class ReferralNoteMissing extends ReferralRefused {
    ReferralNoteMissing(String id, String step) {
      super("抄告 %s 的“%s”缺少说明。请填写后再提交。".formatted(id, step));
    }
  }

  /** A step is done out of turn: each has one status it may start from. */
  public static final class WrongReferralStatus extends ReferralRefused {
    WrongReferralStatus(String id, ReferralStatus found, String step, ReferralStatus needed) {
      super("抄告 %s 当前状态为“%s”，不能%s；需为“%s”。请刷新待办后按当前环节办理。"
          .formatted(id, found.text(), step, needed.text()));
    }
  }

  /** There is no such referral. */
  public static final class UnknownReferral extends ReferralRefused {
    UnknownReferral(String id) {
      super("没有编号为 %s 的抄告。请核对抄告编号。".formatted(id));
    }
  }
}

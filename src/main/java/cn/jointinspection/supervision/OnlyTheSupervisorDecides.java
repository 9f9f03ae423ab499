package cn.jointinspection.supervision;

import cn.jointinspection.platform.RuleViolation;

/** The leading group's office decides on a supervision order; where it is late itself, the discipline body (六). */
public final class OnlyTheSupervisorDecides extends RuleViolation {

  private static final long serialVersionUID = 1L;

  OnlyTheSupervisorDecides(long id) {
    super("督办单 DB-%d 只能由督办机关处理：一般为领导小组办公室，办公室自身逾期的为纪检监察。请转告其人员登录办理。".formatted(id));
  }
}

package cn.jointinspection.draw;

import cn.jointinspection.platform.RuleViolation;

/** The draw has not come to, or has passed, the step asked for. */
public final class DrawNotInState extends RuleViolation {

  private static final long serialVersionUID = 1L;

  DrawNotInState(Draw draw, String step) {
    super("抽取 " + draw.id() + " 目前是“" + draw.status().label() + "”，不能" + step + "。请刷新待办列表。");
  }
}

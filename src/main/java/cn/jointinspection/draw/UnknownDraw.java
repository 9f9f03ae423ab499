package cn.jointinspection.draw;

import cn.jointinspection.platform.RuleViolation;

/** No draw has this id. */
public final class UnknownDraw extends RuleViolation {

  private static final long serialVersionUID = 1L;

  UnknownDraw(String id) {
    super("没有编号为 " + id + " 的抽取。请从抽取列表重新进入。");
  }
}

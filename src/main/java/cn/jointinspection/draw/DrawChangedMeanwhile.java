package cn.jointinspection.draw;

import cn.jointinspection.platform.RuleViolation;

/** Somebody else changed the draw at the same time. */
public final class DrawChangedMeanwhile extends RuleViolation {

  private static final long serialVersionUID = 1L;

  DrawChangedMeanwhile(String id) {
    super("抽取 " + id + " 刚被他人更新，本次操作未生效。请刷新后重试。");
  }
}

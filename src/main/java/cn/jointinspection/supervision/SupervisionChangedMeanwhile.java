package cn.jointinspection.supervision;

import cn.jointinspection.platform.RuleViolation;

/** Two persons acted on the same order at once; the second is refused. */
public final class SupervisionChangedMeanwhile extends RuleViolation {

  private static final long serialVersionUID = 1L;

  SupervisionChangedMeanwhile(long id) {
    super("督办单 DB-%d 刚被他人办理过。请刷新后按最新状态办理。".formatted(id));
  }
}

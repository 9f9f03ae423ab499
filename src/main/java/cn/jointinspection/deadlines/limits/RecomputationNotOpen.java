package cn.jointinspection.deadlines.limits;

import cn.jointinspection.platform.RuleViolation;

/** The recomputation is not to be decided: it was decided, or a newer table took its place. */
public final class RecomputationNotOpen extends RuleViolation {

  private static final long serialVersionUID = 1L;

  RecomputationNotOpen() {
    super("这次重算已经决定，或者已由更新的时限表代替，未作任何更改。请刷新待办，在新的任务里决定。");
  }
}

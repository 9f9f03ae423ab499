package cn.jointinspection.deadlines.limits;

import cn.jointinspection.platform.RuleViolation;

/** What the table of limits and its recomputation refuse and why (五, 六). */
public abstract sealed class LimitsRefused extends RuleViolation {

  private LimitsRefused(String message) {
    super(message);
  }

  private LimitsRefused(String message, Throwable cause) {
    super(message, cause);
  }

  /** The time limits are the office's; the table and the running waits stay as they are. */
  public static final class OnlyTheOfficeSetsLimits extends LimitsRefused {
    public OnlyTheOfficeSetsLimits(String what) {
      super("只有领导小组办公室可以" + what + "，未作任何更改。认为时限不合适的，请向领导小组办公室提出。");
    }
  }

  /** A table of time limits that cannot hold: it was not deployed, the one in force stays. */
  static final class TimeLimitsRefused extends LimitsRefused {
    TimeLimitsRefused(String message) {
      super(message);
    }

    TimeLimitsRefused(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** A draft that is the same as the table in force. */
  static final class NothingChanged extends LimitsRefused {
    NothingChanged() {
      super("与现行时限表相比没有任何改动，没有保存。请修改后再提交。");
    }
  }

  /** A new version needs a reason for the record. */
  static final class ReasonMissing extends LimitsRefused {
    ReasonMissing() {
      super("请填写修改理由（不超过 200 字），时限表还没有采用。");
    }
  }

  /** The recomputation is not to be decided: it was decided, or a newer table took its place. */
  public static final class RecomputationNotOpen extends LimitsRefused {
    RecomputationNotOpen() {
      super("这次重算已经决定，或者已由更新的时限表代替，未作任何更改。请刷新待办，在新的任务里决定。");
    }
  }

  /** There is no such draft of the table. */
  static final class UnknownDraft extends LimitsRefused {
    UnknownDraft() {
      super("没有这份时限表草稿。请从“时限表”页重新修改。");
    }
  }

  /** The table of time limits has no such version. */
  public static final class UnknownVersion extends LimitsRefused {
    public UnknownVersion(int version) {
      super("时限表没有第 %d 版。请从“时限表”页的历次修改中打开。".formatted(version));
    }
  }

  /** There is no such recomputation. */
  static final class UnknownRecomputation extends LimitsRefused {
    UnknownRecomputation(long id) {
      super("没有编号为 %s 的重算。请从“时限表”页打开。".formatted(Recomputation.number(id)));
    }
  }
}

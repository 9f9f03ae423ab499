package cn.jointinspection.engine.forms;

import cn.jointinspection.platform.RuleViolation;

/** Whoever comes second hears who was first, and when (全过程留痕, 三); times are those of Asia/Shanghai. */
public abstract sealed class TaskOver extends RuleViolation {

  private static final String NEXT = "您的操作没有生效，未作任何更改。请返回待办列表并刷新。";

  private TaskOver(String message, Throwable cause) {
    super(message, cause);
  }

  /** Somebody else, or the person himself with an earlier click, has completed it. */
  public static final class TaskAlreadyDone extends TaskOver {
    TaskAlreadyDone(String who, String when, Throwable cause) {
      super("这项待办已由" + who + "于" + when + "办结，不能再办。" + NEXT, cause);
    }
  }

  /** The process went on without it: a limit expired, another was drawn, the work was called off. */
  public static final class TaskTakenBack extends TaskOver {
    TaskTakenBack(String why, String when, Throwable cause) {
      super("这项待办已于" + when + "由流程收回（" + why + "），不必再办。" + NEXT, cause);
    }
  }

  /** A task offered to several has one person who does it. */
  public static final class TaskAlreadyClaimed extends TaskOver {
    TaskAlreadyClaimed(String who, String when, Throwable cause) {
      super("这项待办已由" + who + "于" + when + "认领，请由其办理。" + NEXT, cause);
    }
  }
}

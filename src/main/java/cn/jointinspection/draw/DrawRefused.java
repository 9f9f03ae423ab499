package cn.jointinspection.draw;

import cn.jointinspection.platform.RuleViolation;

/** What a public draw (公开抽取) refuses and why (三). */
public abstract sealed class DrawRefused extends RuleViolation {

  private DrawRefused(String message) {
    super(message);
  }

  /** A department contributes once, while contributions are open, with 64 lower-case hex digits. */
  public static final class ContributionRefused extends DrawRefused {
    ContributionRefused(String why) {
      super(why);
    }
  }

  /** The public value is one line; whoever confirms it is another person of another body (draw-spec 3). */
  public static final class PublicValueRefused extends DrawRefused {
    PublicValueRefused(String why) {
      super(why);
    }
  }

  /** Every shortfall needs a decision that leaves at least two inspectors. */
  public static final class ShortfallUndecided extends DrawRefused {
    ShortfallUndecided(String why) {
      super(why);
    }
  }

  /** An event after the draw breaks a rule (draw-spec 7). */
  public static final class EventRefused extends DrawRefused {
    EventRefused(String why) {
      super(why);
    }
  }

  /** The draw has not come to, or has passed, the step asked for. */
  public static final class DrawNotInState extends DrawRefused {
    DrawNotInState(Draw draw, String step) {
      super("抽取 " + draw.id() + " 目前是“" + draw.status().label() + "”，不能" + step + "。请刷新待办列表。");
    }
  }

  /** No draw has this id. */
  public static final class UnknownDraw extends DrawRefused {
    UnknownDraw(String id) {
      super("没有编号为 " + id + " 的抽取。请从抽取列表重新进入。");
    }
  }
}

package cn.jointinspection.rehearsal;

import cn.jointinspection.platform.RuleViolation;
import java.time.LocalDate;

/** What the rehearsal of a year refuses and why. */
abstract sealed class RehearsalRefused extends RuleViolation {

  private RehearsalRefused(String message) {
    super(message);
  }

  private RehearsalRefused(String message, Throwable cause) {
    super(message, cause);
  }

  /** A rehearsal is led by the office. */
  static final class OnlyTheOfficeMovesTime extends RehearsalRefused {
    OnlyTheOfficeMovesTime() {
      super("演练时间由领导小组办公室拨动，未作更改。请联系领导小组办公室。");
    }
  }

  /** Time moves forward, one move after the other, and only into years whose working days are known. */
  static final class TimeMoveRefused extends RehearsalRefused {
    private TimeMoveRefused(String message) {
      super(message);
    }

    static TimeMoveRefused notForward(LocalDate today) {
      return new TimeMoveRefused(
          "演练时间只能向前拨，不能停在原处或往回拨，未作更改。请选择%s之后的日期。".formatted(today));
    }

    static TimeMoveRefused nowhere() {
      return new TimeMoveRefused("没有说明拨到哪一天，未作更改。请选择日期后重试。");
    }

    static TimeMoveRefused tooFar(LocalDate last) {
      return new TimeMoveRefused("一次最多向前拨到%s，未作更改。请选择较早的日期，再分次前进。".formatted(last));
    }

    static TimeMoveRefused underWay() {
      return new TimeMoveRefused("演练时间正在前进中，未再拨动。请等本次前进到达后再试。");
    }

    static TimeMoveRefused noDeadlineLeft() {
      return new TimeMoveRefused("眼下没有任何待办设有期限，未作更改。请改为选择一个日期。");
    }
  }

  /** A move that cannot be kept is not begun. */
  static final class TimeMoveDidNotBegin extends RehearsalRefused {
    TimeMoveDidNotBegin(Throwable cause) {
      super("演练时间没有拨动，未作更改，原因见系统日志。请稍后再拨一次。", cause);
    }
  }

  /** Time is moved on only when what is due has been done. */
  static final class EngineWorkStuck extends RehearsalRefused {
    EngineWorkStuck(long left) {
      super("有%d件到期的后台事项两分钟没有进展，时间停在这里。请在进度页查看这些事项，稍后再继续。".formatted(left));
    }
  }
}

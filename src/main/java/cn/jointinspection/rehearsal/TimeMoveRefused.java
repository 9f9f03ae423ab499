package cn.jointinspection.rehearsal;

import cn.jointinspection.platform.RuleViolation;
import java.time.LocalDate;

/** Time moves forward, one move after the other, and only into years whose working days are known. */
final class TimeMoveRefused extends RuleViolation {

  private static final long serialVersionUID = 1L;

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

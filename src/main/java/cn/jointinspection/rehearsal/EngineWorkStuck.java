package cn.jointinspection.rehearsal;

import cn.jointinspection.platform.RuleViolation;

/** Time is moved on only when what is due has been done. */
final class EngineWorkStuck extends RuleViolation {

  private static final long serialVersionUID = 1L;

  EngineWorkStuck(long left) {
    super("有%d件到期的后台事项两分钟没有进展，时间停在这里。请在进度页查看这些事项，稍后再继续。".formatted(left));
  }
}

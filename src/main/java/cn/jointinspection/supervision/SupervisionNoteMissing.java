package cn.jointinspection.supervision;

import cn.jointinspection.platform.RuleViolation;

/** Neither an explanation nor a decision is accepted without its words: they are the record (六). */
public final class SupervisionNoteMissing extends RuleViolation {

  private static final long serialVersionUID = 1L;

  SupervisionNoteMissing(long id, String step) {
    super("督办单 DB-%d 的“%s”缺少说明。请填写后再提交。".formatted(id, step));
  }
}

package cn.jointinspection.engine.doors;

import cn.jointinspection.platform.RuleViolation;

/** Every step is some person's step (全过程留痕, 三): nobody is signed in. */
public final class NotSignedIn extends RuleViolation {

  private static final long serialVersionUID = 1L;

  public NotSignedIn() {
    super("尚未登录或登录已过期。请重新登录后再操作。");
  }
}

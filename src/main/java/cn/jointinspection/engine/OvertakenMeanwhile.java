package cn.jointinspection.engine;

import cn.jointinspection.platform.RuleViolation;

/** Two steps of one process at the same moment: one is done, the other was rolled back as a whole. */
public final class OvertakenMeanwhile extends RuleViolation {

  private static final long serialVersionUID = 1L;

  public OvertakenMeanwhile(Throwable cause) {
    super("就在您提交时，这项工作的流程刚刚走了一步（有人同时办理，或期限刚好到了），您的办理没有保存，未作任何更改。请刷新页面，核对后再提交一次。",
        cause);
  }
}

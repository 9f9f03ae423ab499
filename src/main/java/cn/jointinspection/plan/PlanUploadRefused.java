package cn.jointinspection.plan;

import cn.jointinspection.platform.RuleViolation;

/** What keeps an uploaded plan file from becoming a draft. */
public abstract sealed class PlanUploadRefused extends RuleViolation {

  private static final long serialVersionUID = 1L;

  PlanUploadRefused(String message) {
    super(message);
  }

  /** Uploads that nobody confirmed are not kept for long. */
  public static final class NoSuchPlanUpload extends PlanUploadRefused {
    private static final long serialVersionUID = 1L;

    NoSuchPlanUpload() {
      super("没有这份上传的计划表，或已过期清除，未存为草稿。请重新选择文件上传。");
    }
  }

  /** Only what was looked at becomes a draft. */
  public static final class PlanReadsOtherwiseNow extends PlanUploadRefused {
    private static final long serialVersionUID = 1L;

    PlanReadsOtherwiseNow() {
      super("部门名称或别名刚刚有变动，这份计划表现在的读法与您核对过的不同，未存为草稿。请重新核对后再存。");
    }
  }
}

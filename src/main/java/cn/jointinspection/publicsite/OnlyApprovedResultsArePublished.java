package cn.jointinspection.publicsite;

import cn.jointinspection.inspection.CheckStatus;
import cn.jointinspection.platform.RuleViolation;

/** A result is published only after it was entered and approved (谁检查、谁录入、谁公开, 三). */
public final class OnlyApprovedResultsArePublished extends RuleViolation {

  private static final long serialVersionUID = 1L;

  OnlyApprovedResultsArePublished(String departmentName, String objectName, CheckStatus status) {
    super("%s对%s的检查结果尚未审核通过（当前为“%s”），不能公示。请先完成录入和审核。"
        .formatted(departmentName, objectName, status.text()));
  }
}

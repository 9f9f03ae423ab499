package cn.jointinspection.publicsite;

import cn.jointinspection.inspection.CheckStatus;
import cn.jointinspection.platform.RuleViolation;

/** What is not shown to the public, and why (三, 五). */
public abstract sealed class PublicSiteRefused extends RuleViolation {

  private PublicSiteRefused(String message) {
    super(message);
  }

  /** A result is published only after it was entered and approved (谁检查、谁录入、谁公开, 三). */
  public static final class OnlyApprovedResultsArePublished extends PublicSiteRefused {
    OnlyApprovedResultsArePublished(String departmentName, String objectName, CheckStatus status) {
      super("%s对%s的检查结果尚未审核通过（当前为“%s”），不能公示。请先完成录入和审核。"
          .formatted(departmentName, objectName, status.text()));
    }
  }

  /** A draw's lists and result are public only after the last visit: no firm may learn beforehand that it was drawn. */
  public static final class DrawFilesFollowTheLastVisit extends PublicSiteRefused {
    DrawFilesFollowTheLastVisit(int number) {
      super("第 " + number + " 次抽取的文件还没有公开：抽中的检查对象全部检查完之前，只公布冻结值、数量和抽取记录的摘要。请在检查结束后再来下载。");
    }
  }
}

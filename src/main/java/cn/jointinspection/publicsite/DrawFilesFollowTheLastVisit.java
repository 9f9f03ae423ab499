package cn.jointinspection.publicsite;

import cn.jointinspection.platform.RuleViolation;

/** A draw's lists and result are public only after the last visit: no firm may learn beforehand that it was drawn. */
public final class DrawFilesFollowTheLastVisit extends RuleViolation {

  private static final long serialVersionUID = 1L;

  DrawFilesFollowTheLastVisit(int number) {
    super("第 " + number + " 次抽取的文件还没有公开：抽中的检查对象全部检查完之前，只公布冻结值、数量和抽取记录的摘要。请在检查结束后再来下载。");
  }
}

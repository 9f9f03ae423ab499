package cn.jointinspection.engine.forms;

import cn.jointinspection.platform.RuleViolation;

/** The task is done, was taken back, or belongs to others: the three are not told apart. */
public final class NoSuchTask extends RuleViolation {

  private static final long serialVersionUID = 1L;

  public NoSuchTask() {
    super("这项待办不存在、已办结、已转由他人办理，或不属于您的部门。请返回待办列表并刷新。");
  }
}

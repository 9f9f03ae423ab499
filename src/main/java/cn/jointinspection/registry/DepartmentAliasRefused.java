package cn.jointinspection.registry;

import cn.jointinspection.platform.RuleViolation;

/** What keeps a change of the departments' aliases from being made. */
public abstract sealed class DepartmentAliasRefused extends RuleViolation {

  private static final long serialVersionUID = 1L;

  DepartmentAliasRefused(String message) {
    super(message);
  }

  /** An alias is one name, not several and not a sentence. */
  public static final class AliasIsNoName extends DepartmentAliasRefused {
    private static final long serialVersionUID = 1L;

    AliasIsNoName(String found) {
      super("别名“" + found + "”未登记：应是一个部门的名称，2 至 50 个字，不含顿号、逗号等标点。请改正后重试。");
    }
  }

  /** A name has one meaning. */
  public static final class NameKnownAlready extends DepartmentAliasRefused {
    private static final long serialVersionUID = 1L;

    NameKnownAlready(String name, String department) {
      super("“" + name + "”已识别为" + department + "，未作更改。同一名称只能指一个部门；要改指别的部门，请先删去原来的别名。");
    }
  }

  /** Whoever comes second hears that it is done. */
  public static final class AliasGone extends DepartmentAliasRefused {
    private static final long serialVersionUID = 1L;

    AliasGone() {
      super("这个别名已经不在使用，未作更改。请刷新页面，看是否已由别的同事删去。");
    }
  }
}

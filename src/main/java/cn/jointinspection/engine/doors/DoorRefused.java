package cn.jointinspection.engine.doors;

import cn.jointinspection.platform.RuleViolation;

/** What the engine refuses by itself, in words. */
abstract sealed class DoorRefused extends RuleViolation {

  private DoorRefused(String message) {
    super(message);
  }

  /** Who may do what is granted by groups and tasks (三): this person may not do this. */
  static final class NotPermitted extends DoorRefused {
    NotPermitted() {
      super("您的账号没有这项操作的权限，未作任何更改。需要办理的，请联系系统管理员核对您所在的部门和角色。");
    }
  }

  /** What a request names is gone, or never was. */
  static final class NothingThere extends DoorRefused {
    NothingThere() {
      super("没有找到要办理的内容：它可能已经办结、取消，或编号有误。未作任何更改。请刷新页面后再试。");
    }
  }
}

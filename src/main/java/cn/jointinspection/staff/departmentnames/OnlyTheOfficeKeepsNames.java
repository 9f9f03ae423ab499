package cn.jointinspection.staff.departmentnames;

import cn.jointinspection.platform.RuleViolation;

/** Every import reads departments by these names: the office keeps them. */
final class OnlyTheOfficeKeepsNames extends RuleViolation {

  private static final long serialVersionUID = 1L;

  OnlyTheOfficeKeepsNames() {
    super("部门别名由领导小组办公室登记，未作更改。请联系领导小组办公室。");
  }
}

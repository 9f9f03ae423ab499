package cn.jointinspection.process.jointinspection;

import cn.jointinspection.platform.RuleViolation;

/** What keeps a joint inspection from being launched before the registries are filled, and why (一、三). */
abstract sealed class LaunchRefused extends RuleViolation {

  private LaunchRefused(String message) {
    super(message);
  }

  /** Limits are counted in working days from the launch on; they are never guessed (五). */
  static final class NoHolidaysOfTheYear extends LaunchRefused {
    NoHolidaysOfTheYear(int year) {
      super(("系统中没有 %d 年的放假安排，无法计算期限，不能发起。请领导小组办公室先在工作台“放假安排”中导入。").formatted(year));
    }
  }

  /** 检查对象名录库应涵盖需要监管的全部检查对象 (一). */
  static final class ScopeHoldsNoObjects extends LaunchRefused {
    ScopeHoldsNoObjects(String scope) {
      super("检查对象名录库中没有“" + scope + "”的检查对象，不能发起。请先请名录登记人员导入，并在工作台“检查对象名录”中核对；本县确实没有这类对象的，"
          + "请办理计划调整备案，取消这项任务。");
    }
  }

  /** 检查由两名以上执法人员进行; only those in office with a valid certificate count (三). */
  static final class DepartmentLacksInspectors extends LaunchRefused {
    DepartmentLacksInspectors(String department, int number) {
      super(department + "在岗且证件有效的检查人员只有 " + number + " 人，每户检查须有两人以上，不能发起。请该部门先补充，"
          + "并在工作台“执法检查人员名录”中核对。");
    }
  }
}

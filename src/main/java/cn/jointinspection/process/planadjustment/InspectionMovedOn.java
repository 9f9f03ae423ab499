package cn.jointinspection.process.planadjustment;

import cn.jointinspection.platform.RuleViolation;

/** The process to be cancelled is not there, or was not made for it. */
final class InspectionMovedOn extends RuleViolation {

  private static final long serialVersionUID = 1L;

  InspectionMovedOn(String jointInspectionId, Throwable cause) {
    super("联合抽查 " + jointInspectionId + " 的流程已经结束或不能取消，备案没有保存，计划未作任何更改。请刷新页面，核对任务的状态；状态不符的，请联系系统管理员。",
        cause);
  }
}

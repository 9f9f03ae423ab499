package cn.jointinspection.inspection;

import static cn.jointinspection.inspection.JointInspectionStatus.CANCELLED;
import static cn.jointinspection.inspection.JointInspectionStatus.COMPLETED;
import static cn.jointinspection.inspection.JointInspectionStatus.COSIGNING;
import static cn.jointinspection.inspection.JointInspectionStatus.DRAWING;
import static cn.jointinspection.inspection.JointInspectionStatus.WAITING;

import cn.jointinspection.plan.ItemChange;
import cn.jointinspection.platform.RuleViolation;
import java.time.LocalDate;
import java.util.Set;

/** What of its plan item can still change, by how far a joint inspection has come (二). */
final class PlanChangeRules {

  private static final Set<JointInspectionStatus> BEFORE_DRAW = Set.of(WAITING, COSIGNING, DRAWING);

  private PlanChangeRules() {}

  /** @param frozen whether the lists of a draw that was not abandoned are frozen */
  static void possible(JointInspection joint, ItemChange change, boolean frozen) {
    switch (change.kind()) {
      case WINDOW -> windowMayMove(joint, (ItemChange.Window) change);
      case COOPERATING -> beforeLaunch(joint, change);
      case RATIO, WEIGHTS, CANCEL -> beforeFreeze(joint, change, frozen);
    }
  }

  /** Once the scheme is out, its departments are settled: the office excuses single ones while coordinating. */
  static void beforeLaunch(JointInspection joint, ItemChange change) {
    if (joint.status() != WAITING) {
      throw refused(joint, change, "配合部门只能在发起之前调整。个别部门不能参加的，由领导小组办公室在协调会签或协调拒收时免除");
    }
  }

  /** Nothing can be edited after the freeze (draw-spec 2). */
  static void beforeFreeze(JointInspection joint, ItemChange change, boolean frozen) {
    if (frozen || !BEFORE_DRAW.contains(joint.status())) {
      throw refused(joint, change, frozen ? "抽取名单已经冻结，冻结之后不能再改" : "只能在抽取名单冻结之前办理");
    }
  }

  static void windowMayMove(JointInspection joint, ItemChange.Window window) {
    if (joint.status() == COMPLETED || joint.status() == CANCELLED) {
      throw refused(joint, window, "任务已经结束，没有时间窗口可调");
    }
    if (joint.status() == WAITING) {
      noSchemeYet(joint, window);
    } else {
      schemeStaysWithin(joint, window);
    }
  }

  /** Before it is launched the scheme is still to be drawn up, with its own dates. */
  static void noSchemeYet(JointInspection joint, ItemChange.Window window) {
    if (window.checkUntil() != null) {
      throw refused(joint, window, "还没有发起，检查截止日由发起部门在检查方案中写明，这里不要填");
    }
  }

  /** The scheme that was co-signed keeps its first day; its last day may be put off: nobody becomes late by it. */
  static void schemeStaysWithin(JointInspection joint, ItemChange.Window window) {
    LocalDate from = joint.scheme().checkFrom();
    LocalDate until = window.checkUntil() == null ? joint.scheme().checkUntil() : window.checkUntil();
    if (from.isBefore(window.opens(joint.plan().year())) || until.isAfter(window.closes(joint.plan().year()))) {
      throw refused(joint, window, "检查方案定的检查日期是 " + from + " 至 " + until + "，不在新窗口之内");
    }
    if (until.isBefore(joint.scheme().checkUntil())) {
      throw refused(joint, window, "检查截止日只能延后，不能早于检查方案定的 " + joint.scheme().checkUntil()
          + "，各部门已按它安排");
    }
  }

  private static PlanItemCannotChangeAnyMore refused(JointInspection joint, ItemChange change, String why) {
    return new PlanItemCannotChangeAnyMore(joint, change, why);
  }

  static final class PlanItemCannotChangeAnyMore extends RuleViolation {
    PlanItemCannotChangeAnyMore(JointInspection joint, ItemChange change, String why) {
      super("联合抽查 " + joint.id() + " 现在的状态是“" + joint.status().text() + "”，不能" + change.kind().text() + "：" + why
          + "。计划未作任何更改。");
    }
  }
}

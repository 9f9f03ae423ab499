package cn.jointinspection.inspection;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.registry.Bodies;

/** Rules that hold for every step of an inspection. */
final class CommonRules {

  private CommonRules() {}

  /** @param now the state in Chinese; {@code step} what was to be done */
  static void inState(boolean allowed, String what, String now, String step) {
    if (!allowed) {
      throw new WrongInspectionStatus(what, now, step);
    }
  }

  static void noteGiven(String note, String why) {
    if (note == null || note.isBlank()) {
      throw new InspectionNoteMissing(why);
    }
  }

  /** 照单履职 (二): a department's step is done by its own people, staff or reviewers. */
  static void ofDepartment(Actor actor, String department, String departmentName) {
    if (!actor.in(department) && !actor.in(Bodies.reviewersOf(department))) {
      throw new OnlyTheDepartmentItself(actor.name(), departmentName);
    }
  }

  static void reviewerOf(Actor actor, String department, String departmentName) {
    if (!actor.in(Bodies.reviewersOf(department))) {
      throw new OnlyItsReviewersDecide(actor.name(), departmentName);
    }
  }

  /** 统筹协调 (二、六). */
  static void office(Actor actor) {
    if (!actor.in(Bodies.OFFICE)) {
      throw new OnlyTheOfficeCoordinates(actor.name());
    }
  }

  static final class UnknownInspection extends RuleViolation {
    UnknownInspection(String what, Object id) {
      super("没有编号为 " + id + " 的" + what + "。请从待办或联合抽查列表重新进入。");
    }
  }

  static final class WrongInspectionStatus extends RuleViolation {
    WrongInspectionStatus(String what, String now, String step) {
      super(what + "现在的状态是“" + now + "”，不能" + step + "，未作任何更改。请刷新页面，看是否已有人办理。");
    }
  }

  static final class InspectionNoteMissing extends RuleViolation {
    InspectionNoteMissing(String why) {
      super(why + "，未作任何更改。请补充后再提交。");
    }
  }

  static final class OnlyTheDepartmentItself extends RuleViolation {
    OnlyTheDepartmentItself(String person, String department) {
      super("这一步由" + department + "的人员办理，" + person + "不属于该部门，未作任何更改。请转告该部门经办人。");
    }
  }

  static final class OnlyItsReviewersDecide extends RuleViolation {
    OnlyItsReviewersDecide(String person, String department) {
      super("这一步由" + department + "的审核人员决定，" + person + "没有该部门的审核权限，未作任何更改。请转给该部门审核人员。");
    }
  }

  static final class OnlyTheOfficeCoordinates extends RuleViolation {
    OnlyTheOfficeCoordinates(String person) {
      super("协调由领导小组办公室办理，" + person + "不在该办公室，未作任何更改。请转告领导小组办公室。");
    }
  }
}

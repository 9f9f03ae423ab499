package cn.jointinspection.supervision;

import cn.jointinspection.platform.RuleViolation;

/** What a supervision order (督办) refuses and why (五, 六). */
public abstract sealed class SupervisionRefused extends RuleViolation {

  private SupervisionRefused(String message) {
    super(message);
  }

  /** A year ends early only when everything of it is published; otherwise on 20 December (五). */
  public static final class YearIsNotOver extends SupervisionRefused {
    YearIsNotOver(int year, int unpublished) {
      super("%d 年度还有 %d 项没有公示，不能提前收尾，未作任何更改。请督促有关部门在 12 月 20 日前公示；到期后系统自动列出清单，交办公室确认。"
          .formatted(year, unpublished));
    }
  }

  /** The list of a year is confirmed once, after it was made. */
  public static final class YearClosingOutOfTurn extends SupervisionRefused {
    YearClosingOutOfTurn(int year) {
      super("%d 年度的未公示清单尚未形成，或者已经确认过，未作任何更改。请刷新待办后按当前环节办理。".formatted(year));
    }
  }

  /** Only the department that is late explains its lateness (六). */
  public static final class NotTheLateDepartment extends SupervisionRefused {
    NotTheLateDepartment(long id, String departmentName) {
      super("督办单 DB-%d 的逾期原因只能由%s说明。请转告该部门人员登录办理。".formatted(id, departmentName));
    }
  }

  /** The leading group's office decides on a supervision order; where it is late itself, the discipline body (六). */
  public static final class OnlyTheSupervisorDecides extends SupervisionRefused {
    OnlyTheSupervisorDecides(long id) {
      super("督办单 DB-%d 只能由督办机关处理：一般为领导小组办公室，办公室自身逾期的为纪检监察。请转告其人员登录办理。".formatted(id));
    }
  }

  /** A department reads its own orders; all are for the office and the discipline body. */
  public static final class NotYourSupervisionOrder extends SupervisionRefused {
    public NotYourSupervisionOrder(long id) {
      super("督办单 DB-%d 不是发给您所在部门的，不能查看。请在督办台账中选择本部门的督办单。".formatted(id));
    }
  }

  /** Neither an explanation nor a decision is accepted without its words: they are the record (六). */
  public static final class SupervisionNoteMissing extends SupervisionRefused {
    SupervisionNoteMissing(long id, String step) {
      super("督办单 DB-%d 的“%s”缺少说明。请填写后再提交。".formatted(id, step));
    }
  }

  /** The record belongs to a decision (尽职照单免责、失职照单问责, 六): none is kept before, and none replaced after. */
  public static final class RecordIsKeptWithTheDecision extends SupervisionRefused {
    RecordIsKeptWithTheDecision(long id) {
      super("督办单 DB-%d 的履职记录只随认定保存一次，未作任何更改。请先作出认定；已认定的，以当时保存的记录为准。".formatted(id));
    }
  }

  /** A step of a supervision order is done out of turn. */
  public static final class WrongSupervisionStatus extends SupervisionRefused {
    WrongSupervisionStatus(long id, SupervisionStatus found, String step, SupervisionStatus needed) {
      super("督办单 DB-%d 当前状态为“%s”，不能%s；需为“%s”。请刷新待办后按当前环节办理。"
          .formatted(id, found.text(), step, needed.text()));
    }
  }

  /** There is no such supervision order. */
  public static final class UnknownSupervisionOrder extends SupervisionRefused {
    UnknownSupervisionOrder(long id) {
      super("没有编号为 DB-%d 的督办单。请核对督办编号。".formatted(id));
    }
  }
}

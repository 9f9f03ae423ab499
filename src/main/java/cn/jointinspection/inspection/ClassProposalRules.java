package cn.jointinspection.inspection;

import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.registry.RiskClass;

/** What holds when a proposal to change a risk class is decided (守信激励、失信惩戒, 五). */
final class ClassProposalRules {

  private ClassProposalRules() {}

  static void isOpen(ClassProposal.Status status) {
    if (status != ClassProposal.Status.OPEN) {
      throw new ProposalDecided(status);
    }
  }

  /** The registrar decided on what he saw. */
  static void classIsAsSeen(String name, RiskClass seen, RiskClass now) {
    if (seen != now) {
      throw new ClassChangedMeanwhile(name, now);
    }
  }

  /** There is no class beyond the highest and the lowest. */
  static void changesSomething(String name, RiskClass now, RiskClass after) {
    if (now == after) {
      throw new ClassAtItsEnd(name, now);
    }
  }

  static final class ProposalDecided extends RuleViolation {
    ProposalDecided(ClassProposal.Status status) {
      super("这条建议" + status.text() + "，未作任何更改。请刷新页面，看是否已有同事办理。");
    }
  }

  static final class UnknownProposal extends RuleViolation {
    UnknownProposal() {
      super("没有这条等级调整建议，未作任何更改。请从“等级建议”页面重新进入。");
    }
  }

  static final class ClassChangedMeanwhile extends RuleViolation {
    ClassChangedMeanwhile(String name, RiskClass now) {
      super("“" + name + "”的风险等级刚刚变为" + (now == null ? "未分类" : now.label()) + "，未作任何更改。请刷新页面，核对后再决定。");
    }
  }

  static final class ClassAtItsEnd extends RuleViolation {
    ClassAtItsEnd(String name, RiskClass now) {
      super("“" + name + "”已是" + now.label() + "，不能再调，未作任何更改。请选择“不采纳”并写明情况。");
    }
  }
}

package cn.jointinspection.inspection;

import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.registry.Inspector;
import java.util.List;
import java.util.stream.Collectors;

/** Who may still answer for a part, and whose part can be taken from it (二). */
final class ParticipationRules {

  private ParticipationRules() {}

  static Participation known(JointInspection joint, String department) {
    return joint.participations().stream()
        .filter(part -> part.department().equals(department))
        .findFirst()
        .orElseThrow(() -> new DepartmentTakesNoPart(joint.id(), department));
  }

  static void mayCosign(Participation part, String name) {
    CommonRules.inState(part.cosign() == Cosign.PENDING, name + "的会签", text(part.cosign()), "再次会签");
  }

  static void cosignRefused(Participation part, String name) {
    CommonRules.inState(part.cosign() == Cosign.REFUSED, name + "的会签", text(part.cosign()), "协调");
  }

  static void mayAccept(Participation part, String name) {
    CommonRules.inState(part.acceptance() == Acceptance.PENDING, name + "的接收", text(part.acceptance()), "再次答复");
  }

  /** Work that is accepted must reach somebody. */
  static void teamsAreReachable(List<Inspector> unreachable) {
    if (!unreachable.isEmpty()) {
      throw new TeamWithoutAccount(unreachable);
    }
  }

  static void acceptanceRefused(Participation part, String name) {
    CommonRules.inState(part.acceptance() == Acceptance.REFUSED, name + "的接收", text(part.acceptance()), "协调");
  }

  /** 任务发起部门 leads (二、五): without it there is no joint inspection. */
  static void leadIsNotExcused(Participation part, String name) {
    if (part.lead()) {
      throw new LeadDepartmentCannotBeExcused(name);
    }
  }

  private static String text(Cosign cosign) {
    return switch (cosign) {
      case PENDING -> "待会签";
      case AGREED -> "已同意";
      case REFUSED -> "不同意";
      case EXCUSED -> "已免除";
    };
  }

  private static String text(Acceptance acceptance) {
    return switch (acceptance) {
      case PENDING -> "待接收";
      case ACCEPTED -> "已接收";
      case REFUSED -> "不接收";
      case EXCUSED -> "已免除";
    };
  }

  static final class TeamWithoutAccount extends RuleViolation {
    TeamWithoutAccount(List<Inspector> team) {
      super("抽中的检查人员" + team.stream().map(person -> person.name() + "（" + person.certificateNo() + "）")
          .collect(Collectors.joining("、")) + "都没有登录账号，任务没有人能收到，尚未接收。请登记员为其补登账号后再接收。");
    }
  }

  static final class DepartmentTakesNoPart extends RuleViolation {
    DepartmentTakesNoPart(String id, String department) {
      super("部门 " + department + " 不是联合抽查 " + id + " 的参与部门，未作任何更改。请核对年度计划中的配合部门。");
    }
  }

  static final class LeadDepartmentCannotBeExcused extends RuleViolation {
    LeadDepartmentCannotBeExcused(String department) {
      super(department + "是发起部门，不能免除其检查任务，未作任何更改。请要求其接收，或办理计划调整备案。");
    }
  }
}

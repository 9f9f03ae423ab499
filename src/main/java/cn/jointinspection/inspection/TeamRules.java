package cn.jointinspection.inspection;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.registry.Inspector;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Who leaves and who joins the team of a check (回避制度, 三). */
final class TeamRules {

  private static final Pattern NONCE = Pattern.compile("[0-9a-f]{64}");

  private TeamRules() {}

  static void isMember(DepartmentCheck check, String inspector) {
    if (!check.hasInTeam(inspector)) {
      throw new OnlyMembersAreRecused(inspector);
    }
  }

  /** Reviewers decide on what is before them, not on any request whose number they know. */
  static void requestIsAboutCheck(RecusalRequest request, long checkId) {
    if (request.checkId() != checkId) {
      throw new CommonRules.UnknownInspection("回避申请", request.id());
    }
  }

  static void noRequestIsOpen(boolean open) {
    if (open) {
      throw new OpenRecusalIsDecidedFirst();
    }
  }

  /** Nobody decides on himself. */
  static void anotherPersonDecides(DepartmentCheck check, RecusalRequest request, Actor decider) {
    if (isHimself(check, request, decider.userId())) {
      throw new RecusedPersonDoesNotDecide(decider.name());
    }
  }

  static boolean askedForHimself(DepartmentCheck check, RecusalRequest request) {
    return isHimself(check, request, request.requestedBy());
  }

  private static boolean isHimself(DepartmentCheck check, RecusalRequest request, String account) {
    return check.signingInAs(account).map(TeamMember::inspector).filter(request.inspector()::equals).isPresent();
  }

  /** The redraw's key must not have existed when the recusal was filed (draw-spec 7). */
  static void nonceIsFresh(String nonce) {
    if (nonce == null || !NONCE.matcher(nonce).matches()) {
      throw new RedrawNeedsFreshNonce();
    }
  }

  static void hasVacancy(DepartmentCheck check, int count) {
    if (check.team().size() >= count) {
      throw new OnlyVacanciesAreFilled(check.team().size(), count);
    }
  }

  /** 在库、证件有效、无须回避 (三). */
  static void mayJoin(DepartmentCheck check, Inspector inspector, boolean recused, LocalDate today) {
    if (!inspector.department().equals(check.department()) || !inspector.mayInspectOn(today)) {
      throw new OnlyInspectorsInForce(inspector.name());
    }
    if (recused) {
      throw new RecusedInspectorStaysAway(inspector.name());
    }
    if (check.hasInTeam(inspector.certificateNo())) {
      throw new OnlyInspectorsInForce(inspector.name());
    }
    if (inspector.account() == null) {
      throw new InspectorCannotSignIn(inspector.name());
    }
  }

  /** 可检查事项 (一). */
  static void mayCheckMatters(Inspector inspector, boolean qualified) {
    if (!qualified) {
      throw new OnlyOwnMatters(inspector.name());
    }
  }

  static final class OnlyMembersAreRecused extends RuleViolation {
    OnlyMembersAreRecused(String inspector) {
      super("执法证号 " + inspector + " 不在这户的检查组内，无须回避。请核对姓名。");
    }
  }

  static final class OpenRecusalIsDecidedFirst extends RuleViolation {
    OpenRecusalIsDecidedFirst() {
      super("这户有回避申请等待审批，未作任何更改。请待本部门审核人员决定后再办理。");
    }
  }

  static final class RecusedPersonDoesNotDecide extends RuleViolation {
    RecusedPersonDoesNotDecide(String person) {
      super(person + "是被申请回避的人，不能审批自己的回避。请转给本部门另一名审核人员。");
    }
  }

  static final class RedrawNeedsFreshNonce extends RuleViolation {
    RedrawNeedsFreshNonce() {
      super("缺少审批时在浏览器内新生成的随机数，未作任何更改。请刷新页面后重新审批。");
    }
  }

  static final class OnlyVacanciesAreFilled extends RuleViolation {
    OnlyVacanciesAreFilled(int members, int count) {
      super("检查组已有 " + members + " 人，方案要求 " + count + " 人，没有空缺。请刷新页面核对。");
    }
  }

  static final class OnlyInspectorsInForce extends RuleViolation {
    OnlyInspectorsInForce(String person) {
      super(person + "不能指定：须是本部门在库、证件有效、尚未在组的检查人员。请另选一人。");
    }
  }

  /** Two inspect; whoever is in the team already cannot take a second place in it. */
  static final class TeamWouldBeTooSmall extends RuleViolation {
    TeamWouldBeTooSmall(String object, String heir) {
      super(heir + "已在“" + object + "”的检查组内，由其接手后检查组不足两人，未作任何更改。请另选一名不在该组的检查人员接手。");
    }
  }

  static final class OnlyOwnMatters extends RuleViolation {
    OnlyOwnMatters(String person) {
      super(person + "的可检查事项不含本次联合抽查中本部门的任何事项，不能指定。请另选一人，或先按规定变更其可检查事项。");
    }
  }

  static final class RecusedInspectorStaysAway extends RuleViolation {
    RecusedInspectorStaysAway(String person) {
      super(person + "对这户检查对象须回避，不能指定。请另选一人。");
    }
  }

  static final class InspectorCannotSignIn extends RuleViolation {
    InspectorCannotSignIn(String person) {
      super(person + "还没有登录账号，收不到任务，未指定。请另选一人，或先请登记员补登账号。");
    }
  }
}

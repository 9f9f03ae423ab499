package cn.jointinspection.inspection;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.registry.Bodies;
import java.util.List;

/** Two approvers of two bodies replace an object that does not exist any more (draw-spec 7). */
final class SubstitutionRules {

  private SubstitutionRules() {}

  static void inAnyTeam(List<DepartmentCheck> checks, Actor actor) {
    if (checks.stream().noneMatch(check -> check.signingInAs(actor.userId()).isPresent())) {
      throw new CheckRules.OnlyTheTeamInForce(actor.name());
    }
  }

  static void anotherPersonApproves(SubstitutionRequest request, Actor actor) {
    boolean approved = request.approved() != null && actor.userId().equals(request.approved().by());
    if (approved || actor.userId().equals(request.requestedBy())) {
      throw new SubstitutionNeedsAnotherPerson(actor.name());
    }
  }

  /** @return the body for which the person signs: the office or the discipline body, never the lead department */
  static String countersigningBody(Actor actor, String leadDepartment) {
    boolean ofLead = actor.in(leadDepartment) || actor.in(Bodies.reviewersOf(leadDepartment));
    if (!ofLead && actor.in(Bodies.OFFICE)) {
      return Bodies.OFFICE;
    }
    if (!ofLead && actor.in(Bodies.DISCIPLINE)) {
      return Bodies.DISCIPLINE;
    }
    throw new AnotherBodyCountersigns(actor.name());
  }

  static void evidenceBelongs(boolean belongs) {
    if (!belongs) {
      throw new EvidenceBelongsToTheObject();
    }
  }

  static final class SubstitutionNeedsAnotherPerson extends RuleViolation {
    SubstitutionNeedsAnotherPerson(String person) {
      super(person + "已申请或批准过这次补抽，不能再由同一人办理。请转给另一名有权限的人员。");
    }
  }

  static final class AnotherBodyCountersigns extends RuleViolation {
    AnotherBodyCountersigns(String person) {
      super("补抽须由领导小组办公室或纪检监察复核，且不是发起部门的人员，" + person + "不能办理。请转给这两个机构的人员。");
    }
  }

  static final class EvidenceBelongsToTheObject extends RuleViolation {
    EvidenceBelongsToTheObject() {
      super("所选证据不属于这户检查对象，未作任何更改。请重新选择或上传证据。");
    }
  }
}

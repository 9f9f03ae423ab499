package cn.jointinspection.inspection;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.RuleViolation;

/** Who may review a result before it is published. */
final class ReviewRules {

  private ReviewRules() {}

  /** Four eyes: whoever checked, was present or entered does not review. */
  static void reviewerDidNotEnter(DepartmentCheck check, Actor reviewer) {
    boolean present = check.signingInAs(reviewer.userId()).filter(TeamMember::present).isPresent();
    if (present || reviewer.userId().equals(check.examination().by()) || reviewer.userId().equals(check.entry().by())) {
      throw new ReviewerMustNotHaveEntered(reviewer.name());
    }
  }

  static final class ReviewerMustNotHaveEntered extends RuleViolation {
    ReviewerMustNotHaveEntered(String person) {
      super(person + "参加了这户的检查或录入，不能再审核自己的结果，未作任何更改。请转给本部门另一名审核人员。");
    }
  }
}

package cn.jointinspection.inspection;

import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.Recusals;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who may come into a team that was drawn: the same who could have been drawn for it today (一、三). */
@Component
class TeamJoining {

  private final ObjectInspectionTable objects;
  private final JointInspectionTable joints;
  private final AnnualPlans plans;
  private final Inspectors inspectors;
  private final Recusals recusals;
  private final Clock clock;

  TeamJoining(ObjectInspectionTable objects, JointInspectionTable joints, AnnualPlans plans, Inspectors inspectors,
      Recusals recusals, Clock clock) {
    this.objects = objects;
    this.joints = joints;
    this.plans = plans;
    this.inspectors = inspectors;
    this.recusals = recusals;
    this.clock = clock;
  }

  /** Inspectors of the department who could, in order of certificate number. */
  List<Inspector> eligible(DepartmentCheck check) {
    Set<String> recused = recused(check);
    return qualified(check).stream()
        .filter(inspector -> !check.hasInTeam(inspector.certificateNo()))
        .filter(inspector -> !recused.contains(inspector.certificateNo()))
        .toList();
  }

  void mayJoin(DepartmentCheck check, Inspector inspector) {
    TeamRules.mayJoin(check, inspector, recused(check).contains(inspector.certificateNo()), LocalDate.now(clock));
    TeamRules.mayCheckMatters(inspector,
        qualified(check).stream().anyMatch(one -> one.certificateNo().equals(inspector.certificateNo())));
  }

  private List<Inspector> qualified(DepartmentCheck check) {
    JointInspection joint = joints.get(check.jointInspectionId());
    return inspectors.forMatters(List.of(check.department()),
        plans.item(joint.plan().id(), joint.plan().rowNo()).matters(), LocalDate.now(clock));
  }

  private Set<String> recused(DepartmentCheck check) {
    return recusals.inspectorsOf(objects.get(check.objectInspectionId()).objectNo(), LocalDate.now(clock));
  }
}

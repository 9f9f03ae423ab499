package cn.jointinspection.inspection;

import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.registry.Matter;
import cn.jointinspection.registry.MatterLists;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The checklists of checks (检查要点). Each department answers the points of its own list, under the matters of the plan item:
 * what another department looks at under the same matter is not its business (谁主管谁监管). A matter that is not on its list,
 * or has no points there, asks nothing.
 */
@Service
public class Checklists {

  private final JointInspectionTable joints;
  private final AnnualPlans plans;
  private final MatterLists lists;
  private final AnswerTable table;

  Checklists(JointInspectionTable joints, AnnualPlans plans, MatterLists lists, AnswerTable table) {
    this.joints = joints;
    this.plans = plans;
    this.lists = lists;
    this.table = table;
  }

  /** The matters of a joint inspection that have points on the department's list, as that is now. */
  @Transactional(readOnly = true)
  public List<Matter> asked(String jointInspectionId, String department) {
    JointInspection joint = joints.get(jointInspectionId);
    return lists.of(department, plans.item(joint.plan().id(), joint.plan().rowNo()).matters()).stream()
        .filter(matter -> !matter.points().isEmpty()).toList();
  }

  /** What was answered in a check, in the order in which it was asked; empty before the check. */
  @Transactional(readOnly = true)
  public List<AnsweredPoint> answers(long checkId) {
    return table.of(checkId);
  }

  List<AnsweredPoint> answered(String jointInspectionId, String department, CheckRecord record) {
    return ChecklistRules.answered(asked(jointInspectionId, department), record);
  }

  void keep(long checkId, List<AnsweredPoint> answered) {
    table.insert(checkId, answered);
  }
}

package cn.jointinspection.inspection;

import cn.jointinspection.draw.DrawStatus;
import cn.jointinspection.draw.Draws;
import cn.jointinspection.plan.ChangeWords;
import cn.jointinspection.plan.ItemChange;
import cn.jointinspection.plan.PlanAdjustment;
import cn.jointinspection.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a change of the plan reaches the joint inspection that the item has become (计划调整备案, 二). */
@Service
public class PlanChanges {

  private final JointInspectionTable table;
  private final Draws draws;
  private final ChangeWords words;
  private final Journal journal;

  PlanChanges(JointInspectionTable table, Draws draws, ChangeWords words, Journal journal) {
    this.table = table;
    this.draws = draws;
    this.words = words;
    this.journal = journal;
  }

  /**
   * @throws cn.jointinspection.platform.RuleViolation PlanItemCannotChangeAnyMore, with the reason, if the joint
   *     inspection has come too far for this change
   */
  @Transactional(readOnly = true)
  public void check(String jointInspectionId, ItemChange change) {
    check(table.get(jointInspectionId), change);
  }

  /**
   * As {@link #check(String, ItemChange)}, for whoever has read the joint inspection already.
   *
   * @param frozen whether it has a draw that was not abandoned
   */
  public void check(JointInspection joint, ItemChange change, boolean frozen) {
    PlanChangeRules.possible(joint, change, frozen);
  }

  /**
   * Makes the joint inspection follow a change that was filed in this same transaction.
   *
   * @throws cn.jointinspection.platform.RuleViolation PlanItemCannotChangeAnyMore, as {@link #check}: days pass between
   *     application and filing
   */
  @Transactional
  public void follow(String jointInspectionId, PlanAdjustment filed, Actor actor) {
    JointInspection joint = table.lock(jointInspectionId);
    ItemChange change = filed.change();
    check(joint, change);
    if (change instanceof ItemChange.Window window) {
      RowUpdate update = table.update(joint)
          .set("window_opens", window.opens(joint.plan().year()))
          .set("window_closes", window.closes(joint.plan().year()));
      table.save(window.checkUntil() == null ? update : update.set("check_until", window.checkUntil()));
    } else if (change instanceof ItemChange.Cooperating cooperating) {
      table.setCooperating(joint, cooperating.departments());
    } else if (change instanceof ItemChange.Cancel) {
      table.save(table.update(joint)
          .set("status", JointInspectionStatus.CANCELLED.name()).set("cancelled_by", filed.filingNo()));
    }
    journal.ofJoint(actor, null, joint.id(), "计划调整备案", filed.filingNo() + "：" + words.of(filed.before(), change));
  }

  /**
   * For the freeze: gives the joint inspection and holds its row until the transaction ends, so that nothing is filed
   * while the lists are being frozen.
   *
   * @throws cn.jointinspection.platform.RuleViolation WrongInspectionStatus if it does not wait for its draw
   */
  @Transactional
  public JointInspection hold(String jointInspectionId) {
    JointInspection joint = table.lock(jointInspectionId);
    CommonRules.inState(joint.status() == JointInspectionStatus.DRAWING, "联合抽查 " + joint.id() + " ",
        joint.status().text(), "冻结名单");
    return joint;
  }

  /** Keeps a step of an application that changes nothing yet; {@code department} is whose step it is. */
  @Transactional
  public void keep(String jointInspectionId, String department, String step, String detail, Actor actor) {
    journal.ofJoint(actor, department, table.get(jointInspectionId).id(), step, detail);
  }

  private void check(JointInspection joint, ItemChange change) {
    boolean frozen = draws.of(joint.id()).stream().anyMatch(draw -> draw.status() != DrawStatus.ABANDONED);
    check(joint, change, frozen);
  }
}

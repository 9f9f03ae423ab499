package cn.jointinspection.process.publicdraw;

import cn.jointinspection.draw.DrawStatus;
import cn.jointinspection.draw.DrawSteps;
import cn.jointinspection.draw.Draws;
import cn.jointinspection.inspection.JointInspections;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends a joint inspection back to its lead department once its draw was given up, by people or for want of nonces. */
@Service
class DrawAbandonment {

  private final Draws draws;
  private final DrawSteps steps;
  private final JointInspections inspections;

  DrawAbandonment(Draws draws, DrawSteps steps, JointInspections inspections) {
    this.draws = draws;
    this.steps = steps;
    this.inspections = inspections;
  }

  @Transactional
  void abandon(String jointInspectionId, String drawId) {
    if (draws.get(drawId).status() != DrawStatus.ABANDONED) {
      steps.abandon(drawId, "不使用公开随机值，而提交随机数的部门不足两个", "system");
    }
    inspections.drawAbandoned(jointInspectionId, draws.get(drawId).abandoned().reason());
  }
}

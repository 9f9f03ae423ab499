package cn.jointinspection.process.planadjustment;

import cn.jointinspection.deadlines.RunningDeadlines;
import cn.jointinspection.plan.ItemChange;
import cn.jointinspection.plan.PlanAdjustments;
import cn.jointinspection.plan.PlanRefused.InspectionMovedOn;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.objectinspection.ObjectInspectionProcess;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** Makes the running process of a joint inspection follow a filed change, in the transaction of the filing (二). */
@Service
class RunningInspection {

  private final PlanAdjustments adjustments;
  private final RunningDeadlines deadlines;
  private final RuntimeService runtime;

  RunningInspection(PlanAdjustments adjustments, RunningDeadlines deadlines, @Lazy RuntimeService runtime) {
    this.adjustments = adjustments;
    this.deadlines = deadlines;
    this.runtime = runtime;
  }

  /** @throws InspectionMovedOn if there is nothing any more to be cancelled */
  void follow(String jointInspectionId, long adjustmentId) {
    ItemChange change = adjustments.get(adjustmentId).change();
    if (change instanceof ItemChange.Window) {
      moveDeadlines(jointInspectionId);
    } else if (change instanceof ItemChange.Cancel) {
      cancel(jointInspectionId);
    }
  }

  /** Of the joint inspection and of those of its objects that are still open. */
  private void moveDeadlines(String jointInspectionId) {
    for (ProcessInstance joint : runtime.createProcessInstanceQuery()
        .processDefinitionKey(JointInspectionProcess.KEY).processInstanceBusinessKey(jointInspectionId).list()) {
      deadlines.follow(joint.getId());
    }
    for (ProcessInstance object : runtime.createProcessInstanceQuery()
        .processDefinitionKey(ObjectInspectionProcess.KEY)
        .processInstanceBusinessKeyLike(jointInspectionId + "/%").list()) {
      deadlines.follow(object.getId());
    }
  }

  private void cancel(String jointInspectionId) {
    try {
      runtime.createMessageCorrelation(JointInspectionProcess.MESSAGE_PLAN_ITEM_CANCELLED)
          .processInstanceBusinessKey(jointInspectionId).correlate();
    } catch (MismatchingMessageCorrelationException nothingWaits) {
      throw new InspectionMovedOn(jointInspectionId, nothingWaits);
    }
  }
}

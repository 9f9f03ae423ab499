package cn.jointinspection.process.objectinspection;

import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Wakes the joint inspection that waits for its objects; sent once, by whichever object ends last. */
@Component
class AllObjectsFinished {

  private final RuntimeService runtime;

  AllObjectsFinished(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  /**
   * If the joint inspection does not wait yet, because its last batch is still being started, this fails and with it
   * the job that called, which the engine runs again.
   */
  void tell(String jointInspectionId) {
    runtime.createMessageCorrelation(JointInspectionProcess.MESSAGE_OBJECT_INSPECTIONS_FINISHED)
        .processInstanceBusinessKey(jointInspectionId)
        .correlate();
  }
}

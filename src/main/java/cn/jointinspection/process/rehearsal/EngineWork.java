package cn.jointinspection.process.rehearsal;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The engine's work in the background: asynchronous steps and timers that are due. */
@Component
@Profile("rehearsal")
class EngineWork {

  private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(20).toNanos();
  private static final long STUCK_NANOS = Duration.ofMinutes(2).toNanos();

  private final ManagementService management;
  private final JobExecutor executor;

  EngineWork(ManagementService management, ProcessEngine engine) {
    this.management = management;
    this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
  }

  /**
   * Returns when nothing is left that can be done now. What failed for good is left to Cockpit as an incident and not waited
   * for.
   *
   * @throws EngineWorkStuck if for two minutes the amount of work has not changed
   */
  void settle() {
    long before = -1;
    long since = System.nanoTime();
    for (long left = left(); left > 0; left = left()) {
      if (left != before) {
        before = left;
        since = System.nanoTime();
      } else if (System.nanoTime() - since > STUCK_NANOS) {
        throw new EngineWorkStuck(left);
      }
      if (executor.isActive()) {
        executor.jobWasAdded();
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  private long left() {
    return management.createJobQuery().executable().active().count();
  }
}

package cn.jointinspection.rehearsal;

import cn.jointinspection.rehearsal.RehearsalRefused.EngineWorkStuck;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Waits for the job executor, whose threads do the work. */
@Component
@Profile("rehearsal & !simulation")
class BackgroundEngineWork implements EngineWork {

  private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(20).toNanos();
  private static final long STUCK_NANOS = Duration.ofMinutes(2).toNanos();

  private final ManagementService management;
  private final JobExecutor executor;

  BackgroundEngineWork(ManagementService management, ProcessEngine engine) {
    this.management = management;
    this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
  }

  /** @throws EngineWorkStuck if for two minutes the amount of work has not changed */
  @Override
  public void settle() {
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

package cn.jointinspection.simulation;

import cn.jointinspection.process.objectinspection.ObjectInspectionProcess;
import cn.jointinspection.rehearsal.EngineWork;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Does the engine's work one job after the other in an order that is the same in every run: draws are numbered and chained
 * as they are frozen, so their order decides what is drawn.
 */
@Component
@Profile("simulation")
class SerialEngineWork implements EngineWork {

  private static final Logger LOG = LoggerFactory.getLogger(SerialEngineWork.class);

  private final ManagementService management;
  private final RuntimeService runtime;

  SerialEngineWork(ManagementService management, RuntimeService runtime) {
    this.management = management;
    this.runtime = runtime;
  }

  private record Due(Job job, String order) {}

  @Override
  public void settle() {
    for (List<Job> ready = ready(); !ready.isEmpty(); ready = ready()) {
      Map<String, String> businessKeys = new HashMap<>();
      ready.stream()
          .map(job -> new Due(job, order(job, businessKeys)))
          .sorted(Comparator.comparing((Due due) -> due.job().getDuedate(), Comparator.nullsFirst(Comparator.<Date>naturalOrder()))
              .thenComparing(Due::order))
          .forEach(due -> execute(due.job()));
    }
  }

  private List<Job> ready() {
    return management.createJobQuery().executable().active().list();
  }

  private String order(Job job, Map<String, String> businessKeys) {
    String process = job.getProcessDefinitionKey();
    // Objects do not wait for one another; to ask for the key of each of thousands would take most of the time.
    if (process == null || job.getProcessInstanceId() == null || process.equals(ObjectInspectionProcess.KEY)) {
      return String.valueOf(process);
    }
    return process + '|' + businessKeys.computeIfAbsent(job.getProcessInstanceId(), this::businessKey);
  }

  private String businessKey(String instanceId) {
    ProcessInstance instance = runtime.createProcessInstanceQuery().processInstanceId(instanceId).singleResult();
    return instance == null ? "" : String.valueOf(instance.getBusinessKey());
  }

  private void execute(Job job) {
    try {
      if (management.createJobQuery().jobId(job.getId()).count() > 0) {
        management.executeJob(job.getId());
      }
    } catch (RuntimeException failure) {
      // Counted and retried by the engine; what fails for good is an incident, and the run's audit names it.
      LOG.error("job {} of {} failed", job.getId(), job.getProcessDefinitionKey(), failure);
    }
  }
}

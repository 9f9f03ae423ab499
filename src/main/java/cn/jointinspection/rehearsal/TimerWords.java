package cn.jointinspection.rehearsal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Says of timers what they are, in the words of the models. */
@Component
@Profile("rehearsal")
class TimerWords {

  /** @param subject business key; null where the process has none or has not begun */
  record Timer(Instant dueAt, String process, String event, String subject) {}

  private final ManagementService management;
  private final RepositoryService repository;
  private final RuntimeService runtime;

  TimerWords(ManagementService management, RepositoryService repository, RuntimeService runtime) {
    this.management = management;
    this.repository = repository;
    this.runtime = runtime;
  }

  /** How many timers there are of each kind. */
  Map<Timer, Integer> of(List<Job> timers) {
    Map<Timer, Integer> counts = new LinkedHashMap<>();
    timers.forEach(timer -> counts.merge(describe(timer), 1, Integer::sum));
    return counts;
  }

  private Timer describe(Job timer) {
    ProcessDefinition process = repository.getProcessDefinition(timer.getProcessDefinitionId());
    JobDefinition definition =
        management.createJobDefinitionQuery().jobDefinitionId(timer.getJobDefinitionId()).singleResult();
    FlowElement event = repository.getBpmnModelInstance(process.getId()).getModelElementById(definition.getActivityId());
    return new Timer(timer.getDuedate().toInstant(), process.getName(), event.getName(), subject(timer));
  }

  private String subject(Job timer) {
    if (timer.getProcessInstanceId() == null) {
      return null;
    }
    ProcessInstance instance =
        runtime.createProcessInstanceQuery().processInstanceId(timer.getProcessInstanceId()).singleResult();
    return instance == null ? null : instance.getBusinessKey();
  }
}

package cn.jointinspection.deadlines;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads in the models which activity waits by which time limit, and which timer watches it. */
@Component
public class WaitModels {

  private static final Pattern TIMER = Pattern.compile("\\$\\{deadlines\\.due\\(execution, '(\\w+)'\\)}");

  private final RepositoryService repository;
  /** A deployed definition never changes. */
  private final Map<String, List<WaitModel>> known = new ConcurrentHashMap<>();

  WaitModels(@Lazy RepositoryService repository) {
    this.repository = repository;
  }

  /**
   * @param activityId of a user task, or of a stage that has a limit as a whole
   * @param step of the table of limits
   * @param deadlineEvent id of the boundary event that escalates
   */
  public record WaitModel(String activityId, String name, boolean userTask, String step, String deadlineEvent) {}

  public List<WaitModel> of(String processDefinitionId) {
    List<WaitModel> models = known.get(processDefinitionId);
    if (models == null) {
      models = read(processDefinitionId);
      known.put(processDefinitionId, models);
    }
    return models;
  }

  /** @throws java.util.NoSuchElementException if the activity has no limit */
  public WaitModel of(String processDefinitionId, String activityId) {
    return of(processDefinitionId).stream().filter(wait -> wait.activityId().equals(activityId)).findFirst().orElseThrow();
  }

  private List<WaitModel> read(String processDefinitionId) {
    return repository.getBpmnModelInstance(processDefinitionId).getModelElementsByType(BoundaryEvent.class).stream()
        .flatMap(deadline -> step(deadline).map(step -> {
          Activity waiting = deadline.getAttachedTo();
          return new WaitModel(
              waiting.getId(), waiting.getName(), waiting instanceof UserTask, step, deadline.getId());
        }))
        .toList();
  }

  private static Stream<String> step(BoundaryEvent event) {
    return event.getEventDefinitions().stream()
        .filter(TimerEventDefinition.class::isInstance).map(TimerEventDefinition.class::cast)
        .filter(timer -> timer.getTimeDate() != null)
        .map(timer -> TIMER.matcher(timer.getTimeDate().getTextContent().strip()))
        .filter(Matcher::matches).map(timer -> timer.group(1));
  }
}

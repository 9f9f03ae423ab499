package cn.jointinspection.deadlines;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
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

/** Reads in the models which activity waits by which time limit, and which timers watch it. */
@Component
public class WaitModels {

  private static final Pattern TIMER = Pattern.compile("\\$\\{deadlines\\.(due|reminder)\\(execution, '(\\w+)'\\)}");
  private static final String DUE = "due";

  private final RepositoryService repository;
  /** A deployed definition never changes. */
  private final Map<String, List<WaitModel>> known = new ConcurrentHashMap<>();

  WaitModels(@Lazy RepositoryService repository) {
    this.repository = repository;
  }

  /**
   * @param activityId of a user task, or of a stage that has a limit as a whole
   * @param step of the table of limits
   * @param reminderEvent id of the boundary event; null if there is none
   */
  public record WaitModel(
      String activityId, String name, boolean userTask, String step, String reminderEvent, String deadlineEvent) {

    boolean isWatchedBy(String event) {
      return event.equals(deadlineEvent) || event.equals(reminderEvent);
    }
  }

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
    List<BoundaryEvent> events = List.copyOf(
        repository.getBpmnModelInstance(processDefinitionId).getModelElementsByType(BoundaryEvent.class));
    return events.stream().filter(event -> is(event, DUE::equals)).map(deadline -> {
      Activity waiting = deadline.getAttachedTo();
      String reminder = events.stream()
          .filter(event -> event.getAttachedTo().equals(waiting) && is(event, kind -> !DUE.equals(kind)))
          .map(BoundaryEvent::getId).findFirst().orElse(null);
      return new WaitModel(waiting.getId(), waiting.getName(), waiting instanceof UserTask,
          timer(deadline).map(timer -> timer.group(2)).findFirst().orElseThrow(), reminder, deadline.getId());
    }).toList();
  }

  private static boolean is(BoundaryEvent event, Predicate<String> kind) {
    return timer(event).anyMatch(timer -> kind.test(timer.group(1)));
  }

  private static Stream<Matcher> timer(BoundaryEvent event) {
    return event.getEventDefinitions().stream()
        .filter(TimerEventDefinition.class::isInstance).map(TimerEventDefinition.class::cast)
        .filter(timer -> timer.getTimeDate() != null)
        .map(timer -> TIMER.matcher(timer.getTimeDate().getTextContent().strip()))
        .filter(Matcher::matches);
  }
}

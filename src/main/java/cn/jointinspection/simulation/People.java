package cn.jointinspection.simulation;

import cn.jointinspection.engine.forms.TaskViews;
import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.process.objectinspection.ObjectInspectionProcess;
import cn.jointinspection.process.objectinspection.RecusalDesk;
import cn.jointinspection.process.supervisionorder.SupervisionOrderProcess;
import cn.jointinspection.process.violationreferral.ViolationReferralProcess;
import cn.jointinspection.registry.Bodies;
import cn.jointinspection.registry.RecusalReason;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The county's people: each sees his tasks as they come up, decides when to do them, and does them as himself, through the
 * same forms and under the same rights as anyone in Tasklist.
 */
@Component("inventedPeople")
@Profile("simulation")
class People {

  private static final Logger LOG = LoggerFactory.getLogger(People.class);
  private static final String REVIEWERS = Bodies.reviewersOf("");
  private static final int RECUSAL_PER_MILLE = 12;
  private static final int MOST_REFUSALS = 20;
  /** Their business keys are numbers given as they come; their names say what they are about. */
  private static final Set<String> NUMBERED = Set.of(SupervisionOrderProcess.KEY, ViolationReferralProcess.KEY);

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final IdentityService identity;
  private final TaskViews views;
  private final RecusalDesk recusals;
  private final Habits habits;
  private final List<Answers> answers;
  private final ObjectMapper json;
  private final Clock clock;

  private final TreeMap<LocalDate, List<Errand>> agenda = new TreeMap<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, Integer> rounds = new HashMap<>();
  private final Map<String, Integer> refusals = new HashMap<>();
  private final Map<String, List<String>> groups = new HashMap<>();
  private Date seenUntil = new Date(0);

  People(TaskService tasks, RuntimeService runtime, IdentityService identity, TaskViews views, RecusalDesk recusals,
      Habits habits, List<Answers> answers, ObjectMapper json, Clock clock) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.identity = identity;
    this.views = views;
    this.recusals = recusals;
    this.habits = habits;
    this.answers = answers;
    this.json = json;
    this.clock = clock;
  }

  /** Notes what has come up since. */
  void look(long seed) {
    TaskQuery fresh = tasks.createTaskQuery().active().initializeFormKeys();
    if (seenUntil.getTime() > 0) {
      fresh.taskCreatedAfter(seenUntil);
    }
    List<Task> found = fresh.list().stream().filter(task -> known.add(task.getId())).toList();
    Map<String, String> businessKeys = new HashMap<>();
    found.stream().map(task -> errand(task, businessKeys)).sorted(Comparator.comparing(Errand::key)).forEach(errand -> {
      Errand numbered = inItsRound(errand);
      habits.day(numbered, () -> as(numbered.userId(), () -> view(numbered.taskId())), seed)
          .ifPresent(day -> put(day, numbered));
      sometimesAskForRecusal(numbered, seed);
    });
    found.stream().map(Task::getCreateTime).max(Comparator.naturalOrder())
        .ifPresent(newest -> seenUntil = new Date(newest.getTime() - 1));
  }

  /** Does what is planned for today or earlier; says whether there was any. */
  boolean work(long seed) {
    LocalDate today = LocalDate.now(clock);
    List<Errand> now = agenda.headMap(today, true).values().stream().flatMap(List::stream)
        .sorted(Comparator.comparing(Errand::key)).toList();
    agenda.headMap(today, true).clear();
    now.forEach(errand -> run(errand, seed, today));
    return !now.isEmpty();
  }

  /** What is planned for later days. */
  int planned() {
    return agenda.values().stream().mapToInt(List::size).sum();
  }

  private void run(Errand errand, long seed, LocalDate today) {
    Task task = tasks.createTaskQuery().taskId(errand.taskId()).singleResult();
    if (task == null) {
      return;
    }
    // A recusal may have given the task to another in the meantime.
    String user = task.getAssignee() == null ? errand.userId() : task.getAssignee();
    as(user, () -> {
      try {
        if (task.getAssignee() == null) {
          tasks.claim(errand.taskId(), user);
        }
        tasks.complete(errand.taskId(), Map.of("form", text(errand, seed)));
      } catch (ProcessEngineException | RuleViolation refusal) {
        comeBack(errand, today, refusal);
      }
      return null;
    });
  }

  private String text(Errand errand, long seed) {
    Chance chance = Chance.of(seed, "answer|" + errand.key());
    Answers expert = answers.stream().filter(a -> a.know(errand.task())).findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody knows what to answer to " + errand.task()));
    try {
      return json.writeValueAsString(expert.to(errand, view(errand.taskId()), chance));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whoever is refused tries again the next day, as people do; who is refused for weeks has met a fault. */
  private void comeBack(Errand errand, LocalDate today, RuntimeException refusal) {
    if (refusals.merge(errand.taskId(), 1, Integer::sum) > MOST_REFUSALS) {
      throw new IllegalStateException("refused " + MOST_REFUSALS + " times: " + errand, refusal);
    }
    LOG.info("{} was refused: {}", errand.key(), refusal.getMessage());
    put(habits.nextWorkingDay(today), errand);
  }

  private void sometimesAskForRecusal(Errand errand, long seed) {
    Chance chance = Chance.of(seed, "recusal|" + errand.key());
    if (errand.task().equals(ObjectInspectionProcess.USER_TASK_RECORD_CHECK) && errand.round() == 1
        && chance.perMille(RECUSAL_PER_MILLE)) {
      as(errand.userId(), () -> {
        JsonNode team = view(errand.taskId()).get("defaults").get("team");
        String inspector = team.get(chance.below(team.size())).get("inspector").asText();
        return recusals.ask(errand.taskId(), inspector, RecusalReason.KINSHIP, "与负责人有亲属关系");
      });
    }
  }

  private Errand errand(Task task, Map<String, String> businessKeys) {
    String process = task.getProcessDefinitionId().substring(0, task.getProcessDefinitionId().indexOf(':'));
    String group = task.getAssignee() == null ? candidate(task) : null;
    String user = task.getAssignee() == null ? accountOf(group) : task.getAssignee();
    String about = NUMBERED.contains(process) ? task.getName()
        : businessKeys.computeIfAbsent(task.getProcessInstanceId(), this::businessKey);
    String department = (String) tasks.getVariable(task.getId(), "department");
    return new Errand(String.join("|", process, about, task.getTaskDefinitionKey(), Objects.toString(department, user)),
        task.getId(), task.getTaskDefinitionKey(), user, LocalDate.now(clock),
        task.getDueDate() == null ? null : LocalDate.ofInstant(task.getDueDate().toInstant(), clock.getZone()), 1);
  }

  private Errand inItsRound(Errand errand) {
    int round = rounds.merge(errand.key(), 1, Integer::sum);
    return new Errand(errand.key() + '|' + round, errand.taskId(), errand.task(), errand.userId(),
        errand.since(), errand.due(), round);
  }

  private String candidate(Task task) {
    return tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull)
        .sorted().findFirst().orElseThrow(() -> new IllegalStateException("nobody may do " + task));
  }

  /** The one account that a rehearsal has for the department's clerks, or for its reviewers. */
  private static String accountOf(String group) {
    return group.endsWith(REVIEWERS) ? group + "er" : group + "Staff";
  }

  private String businessKey(String instanceId) {
    return runtime.createProcessInstanceQuery().processInstanceId(instanceId).singleResult().getBusinessKey();
  }

  private JsonNode view(String taskId) {
    return json.valueToTree(views.of(taskId).view());
  }

  private void put(LocalDate day, Errand errand) {
    agenda.computeIfAbsent(day, d -> new ArrayList<>()).add(errand);
  }

  private <T> T as(String userId, Supplier<T> work) {
    identity.setAuthentication(userId, groups.computeIfAbsent(userId, this::groupsOf));
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
    }
  }

  private List<String> groupsOf(String userId) {
    return identity.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).toList();
  }
}

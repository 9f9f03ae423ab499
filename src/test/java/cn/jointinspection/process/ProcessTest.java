package cn.jointinspection.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.reset;

import cn.jointinspection.platform.Zone;
import cn.jointinspection.process.dailyround.ReminderRound;
import cn.jointinspection.process.supervisionorder.SupervisionOrderProcess;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test of processes on the real engine and database. Jobs run only when the test says so, and time stands where the
 * test puts it: at first Wednesday, 2024-03-20, nine in the morning.
 */
@SpringBootTest(properties = {
    "camunda.bpm.job-execution.enabled=false", "joint-inspection.embedded.database=process_tests"})
@ActiveProfiles("test")
@Import({County.class, TimerRecord.class})
public abstract class ProcessTest {

  public static final LocalDateTime START = LocalDateTime.of(2024, 3, 20, 9, 0);

  @Autowired protected ProcessEngine engine;
  @Autowired protected RuntimeService runtime;
  @Autowired protected TaskService tasks;
  @Autowired protected ManagementService management;
  @Autowired protected IdentityService identity;
  @Autowired protected JdbcClient jdbc;
  @Autowired protected County county;
  @Autowired private ObjectMapper json;
  @Autowired private ReminderRound reminders;

  @BeforeEach
  void startWithAnEmptyCounty() {
    init(engine);
    // REST and web apps ask for the engine by its name in a static register: another context's may stand there.
    ProcessEngines.registerProcessEngine(engine);
    at(START);
    identity.clearAuthentication();
    county.clear();
  }

  @AfterEach
  void leaveTheClockAlone() {
    ClockUtil.reset();
    identity.clearAuthentication();
    reset();
  }

  /** Sets the clock of engine and application, Asia/Shanghai. */
  protected void at(LocalDateTime time) {
    ClockUtil.setCurrentTime(date(time));
  }

  protected static Date date(LocalDateTime time) {
    return Date.from(time.atZone(Zone.SHANGHAI).toInstant());
  }

  /** Signs in a person with these groups; the account is made if it is not there. */
  protected void as(String user, String... groups) {
    identity.clearAuthentication();
    county.account(user, groups);
    identity.setAuthentication(user, Arrays.asList(groups));
  }

  /** The only open task of this kind. */
  protected Task task(String taskKey) {
    return only(engineTasks().taskDefinitionKey(taskKey));
  }

  /** The only open task of this kind that is offered to the group. */
  protected Task task(String taskKey, String group) {
    return only(engineTasks().taskDefinitionKey(taskKey).taskCandidateGroup(group).includeAssignedTasks());
  }

  protected List<Task> allTasks(String taskKey) {
    return unrestricted(() -> engineTasks().taskDefinitionKey(taskKey).list());
  }

  private TaskQuery engineTasks() {
    return tasks.createTaskQuery().initializeFormKeys();
  }

  private Task only(TaskQuery query) {
    List<Task> found = unrestricted(query::list);
    assertThat(found).as("open tasks").hasSize(1);
    return found.get(0);
  }

  private <T> T unrestricted(java.util.function.Supplier<T> work) {
    var before = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return work.get();
    } finally {
      identity.setAuthentication(before);
    }
  }

  /** Completes a task as the person signed in, with a form's answers: a record or a map. */
  protected void complete(Task task, Object answers) {
    try {
      tasks.complete(task.getId(), Map.of("form", json.writeValueAsString(answers)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Claims and completes as this person, and signs out: assertions then see what staff may not. */
  protected void completeAs(String user, String group, Task task, Object answers) {
    as(user, group);
    tasks.claim(task.getId(), user);
    complete(task, answers);
    identity.clearAuthentication();
  }

  /** Executes every job that waits at this activity now, timers too, whether due or not. */
  protected void executeJobs(String activityId) {
    List<Job> jobs = jobs(activityId);
    assertThat(jobs).as("jobs at " + activityId).isNotEmpty();
    unrestricted(() -> {
      jobs.forEach(job -> management.executeJob(job.getId()));
      return null;
    });
  }

  protected List<Job> jobs(String activityId) {
    return unrestricted(() -> management.createJobQuery().activityId(activityId).list());
  }

  /** Timers wait at this event, all of them for this moment, Asia/Shanghai. */
  protected void timed(String event, LocalDateTime due) {
    assertThat(jobs(event)).as(event).isNotEmpty().extracting(Job::getDuedate).containsOnly(date(due));
    jobs(event).forEach(timer -> TimerRecord.due(timer, event));
  }

  /** The only value, as text, of a query on the tables. */
  protected String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  /** One value of each row, as text. */
  protected List<String> all(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }

  /** The morning's round of reminders of this day; the clock stands there then. */
  protected void remindersOf(LocalDate day) {
    at(day.atTime(6, 0));
    reminders.remind();
  }

  /** Departments that were reminded of the step before its last day, by code. */
  protected List<String> remindedBefore(String step) {
    return all("select department from reminder where kind = 'BEFORE' and step = '" + step + "' order by department");
  }

  /**
   * On this day, not before, each of these departments is reminded of the step once; when the deadline's timer fires, at
   * its moment, each has one supervision order with a process of its own. The clock stands after the deadline then.
   */
  protected void remindsThenEscalates(
      String step, LocalDate reminded, String deadline, LocalDateTime due, String... departments) {
    String late = " where step = '" + step + "' order by department";
    timed(deadline, due);

    remindersOf(reminded.minusDays(1));
    assertThat(remindedBefore(step)).as("reminded a day early").isEmpty();
    remindersOf(reminded);
    remindersOf(reminded);
    assertThat(remindedBefore(step)).containsExactly(departments);
    assertThat(all("select department from supervision_order" + late)).isEmpty();

    at(due.plusSeconds(1));
    executeJobs(deadline);
    assertThat(all("select department from supervision_order" + late)).containsExactly(departments);
    assertThat(all("select due_at::timestamp::text from supervision_order" + late))
        .containsOnly(due.toString().replace('T', ' '));
    assertThat(unrestricted(() -> runtime.createProcessInstanceQuery()
        .processDefinitionKey(SupervisionOrderProcess.KEY).count())).isEqualTo(departments.length);
    assertThat(remindedBefore(step)).containsExactly(departments);
  }

  /** Executes asynchronous steps, not timers, until none is left. */
  protected void runAsyncSteps() {
    unrestricted(() -> {
      List<Job> ready = management.createJobQuery().messages().withRetriesLeft().list();
      while (!ready.isEmpty()) {
        ready.forEach(job -> management.executeJob(job.getId()));
        ready = management.createJobQuery().messages().withRetriesLeft().list();
      }
      return null;
    });
  }

  /** The only running or finished instance with this business key and model is asserted on as running. */
  protected ProcessInstance instance(String processKey, String businessKey) {
    return unrestricted(() -> runtime.createProcessInstanceQuery()
        .processDefinitionKey(processKey).processInstanceBusinessKey(businessKey).singleResult());
  }
}

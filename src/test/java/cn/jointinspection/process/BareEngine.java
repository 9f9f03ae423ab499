package cn.jointinspection.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.process.objectinspection.ObjectInspectionProcess;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same engine on the same server, with history and authorisations, but none of this program's code. */
final class BareEngine implements AutoCloseable {

  private static final String SCHEMA = "bare_engine";
  private static final String CHAIN = "bare";
  private static final String USER = "worker";
  private static final String OBJECT_INSPECTION = "object-inspection";
  private static final List<String> DEPARTMENTS = List.of("gaj", "xfd");
  private static final List<String> REVIEWERS = DEPARTMENTS.stream().map(code -> code + "Review").toList();
  private static final Date LATER = Date.from(Instant.parse("2030-01-01T00:00:00Z"));

  private final HikariDataSource pool;
  private final ProcessEngine engine;

  BareEngine(DataSource dataSource) throws SQLException {
    new JdbcTemplate(dataSource).execute("create schema if not exists " + SCHEMA);
    pool = pool(dataSource);
    engine = engine(pool);
  }

  @Override
  public void close() {
    engine.close();
    pool.close();
  }

  /** Starts so many instances of so many user tasks in a row and completes them all, in two threads. */
  double chain(int instances, int tasksEach) throws Exception {
    var process = Bpmn.createExecutableProcess(CHAIN).startEvent().userTask("task1").camundaAssignee(USER);
    for (int i = 2; i <= tasksEach; i++) {
      process = process.userTask("task" + i).camundaAssignee(USER);
    }
    engine.getRepositoryService().createDeployment()
        .addModelInstance("bare.bpmn", process.endEvent().done()).deploy();
    long start = System.nanoTime();
    start(CHAIN, instances);
    for (int i = 1; i <= tasksEach; i++) {
      completeAll("task" + i, Map.of("form", "{\"approve\":true}"));
    }
    return instances * tasksEach / seconds(start);
  }

  /** The same with the model of the inspection of an object: its timers, branches and jobs, but nothing behind them. */
  double objectInspections(int instances) throws Exception {
    engine.getRepositoryService().createDeployment()
        .addInputStream("object-inspection.bpmn", Files.newInputStream(Path.of("processes/object-inspection.bpmn")))
        .deploy();
    long start = System.nanoTime();
    start(OBJECT_INSPECTION, instances);
    int done = completeAll(ObjectInspectionProcess.USER_TASK_GIVE_NOTICE, Map.of())
        + completeAll(ObjectInspectionProcess.USER_TASK_RECORD_CHECK, answer("objectGone", false))
        + completeAll(ObjectInspectionProcess.USER_TASK_ENTER_RESULT, Map.of())
        + completeAll(ObjectInspectionProcess.USER_TASK_REVIEW_RESULT, answer("resultApproved", true));
    double rate = done / seconds(start);
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
    return rate;
  }

  /** As this program answers a gateway; stored, the departments' answers would get in each other's way. */
  private static Map<String, Object> answer(String name, boolean value) {
    return Map.of(name, Variables.booleanValue(value, true));
  }

  private void start(String process, int instances) throws Exception {
    inTwoThreads(IntStream.range(0, instances).boxed().toList(), i -> engine.getRuntimeService()
        .startProcessInstanceByKey(process, String.valueOf(i), Map.of(
            "jointInspectionId", "1", "objectInspectionId", String.valueOf(i), "leadDepartment", DEPARTMENTS.get(0))));
  }

  private int completeAll(String taskKey, Map<String, Object> answers) throws Exception {
    List<Task> open = engine.getTaskService().createTaskQuery().taskDefinitionKey(taskKey).list();
    inTwoThreads(open, task -> {
      engine.getIdentityService().setAuthentication(USER, REVIEWERS);
      if (task.getAssignee() == null) {
        engine.getTaskService().claim(task.getId(), USER);
      }
      engine.getTaskService().complete(task.getId(), answers);
      engine.getIdentityService().clearAuthentication();
    });
    ManagementService jobs = engine.getManagementService();
    List<Job> due = jobs.createJobQuery().messages().list();
    while (!due.isEmpty()) {
      inTwoThreads(due.stream().collect(Collectors.groupingBy(Job::getProcessInstanceId)).values().stream().toList(),
          ofOne -> ofOne.forEach(job -> jobs.executeJob(job.getId())));
      due = jobs.createJobQuery().messages().list();
    }
    return open.size();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** What the model asks of beans, without a thought. */
  public static final class Deadlines {

    public Date due(DelegateExecution execution, String step) {
      return LATER;
    }

    public Date reminder(DelegateExecution execution, String step) {
      return LATER;
    }
  }

  public static final class Teams {

    public String leader(String object, String department) {
      return USER;
    }

    public List<String> members(String object, String department) {
      return List.of(USER, "other");
    }
  }

  public static final class Routing {

    public List<String> departmentsToCheck(String object) {
      return DEPARTMENTS;
    }

    public List<String> departmentsToPublish(String object) {
      return DEPARTMENTS;
    }

    public boolean referralNeeded(String object, String department) {
      return false;
    }
  }

  static <T> void inTwoThreads(List<T> all, Consumer<T> work) throws Exception {
    Queue<T> waiting = new ConcurrentLinkedQueue<>(all);
    Callable<Void> worker = () -> {
      for (T next = waiting.poll(); next != null; next = waiting.poll()) {
        work.accept(next);
      }
      return null;
    };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (Future<Void> done : threads.invokeAll(List.of(worker, worker))) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static ProcessEngine engine(DataSource pool) {
    JavaDelegate nothing = execution -> {};
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName(CHAIN);
    configuration.setDataSource(pool);
    configuration.setDatabaseSchema(SCHEMA);
    configuration.setDatabaseTablePrefix(SCHEMA + ".");
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistory("full");
    configuration.setAuthorizationEnabled(true);
    configuration.setJobExecutorActivate(false);
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setIdGenerator(new StrongUuidGenerator());
    configuration.setDefaultUserPermissionForTask(TaskPermissions.TASK_WORK);
    configuration.setBeans(Map.of(
        "deadlines", new Deadlines(), "objectTeams", new Teams(), "objectRouting", new Routing(),
        "completeJointCheckDelegate", nothing, "publishResultDelegate", nothing, "finishObjectDelegate", nothing));
    return configuration.buildProcessEngine();
  }

  /** A pool of its own with the same settings. */
  private static HikariDataSource pool(DataSource dataSource) throws SQLException {
    HikariConfig configuration = new HikariConfig();
    dataSource.unwrap(HikariDataSource.class).copyStateTo(configuration);
    configuration.setPoolName(CHAIN);
    configuration.setSchema(SCHEMA);
    return new HikariDataSource(configuration);
  }
}

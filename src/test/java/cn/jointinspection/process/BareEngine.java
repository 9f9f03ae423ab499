package cn.jointinspection.process;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same engine on the same server, with history and authorisations, but nothing hung on its tasks. */
final class BareEngine {

  private static final String SCHEMA = "bare_engine";
  private static final String PROCESS = "bare";
  private static final String USER = "worker";

  private BareEngine() {}

  /** Starts so many instances of so many user tasks in a row and completes them all, in two threads. */
  static double tasksPerSecond(DataSource dataSource, int instances, int tasksEach) throws Exception {
    new JdbcTemplate(dataSource).execute("create schema if not exists " + SCHEMA);
    try (HikariDataSource pool = pool(dataSource)) {
      return tasksPerSecond(engine(pool), instances, tasksEach);
    }
  }

  private static double tasksPerSecond(ProcessEngine engine, int instances, int tasksEach) throws Exception {
    try {
      var process = Bpmn.createExecutableProcess(PROCESS).startEvent().userTask("task1").camundaAssignee(USER);
      for (int i = 2; i <= tasksEach; i++) {
        process = process.userTask("task" + i).camundaAssignee(USER);
      }
      engine.getRepositoryService().createDeployment()
          .addModelInstance("bare.bpmn", process.endEvent().done()).deploy();
      long start = System.nanoTime();
      inTwoThreads(IntStream.range(0, instances).boxed().toList(), i -> engine.getRuntimeService()
          .startProcessInstanceByKey(PROCESS, String.valueOf(i), Map.of("objectInspectionId", String.valueOf(i))));
      for (int i = 1; i <= tasksEach; i++) {
        List<Task> open = engine.getTaskService().createTaskQuery().taskDefinitionKey("task" + i).list();
        inTwoThreads(open, task -> {
          engine.getIdentityService().setAuthentication(USER, List.of());
          engine.getTaskService().complete(task.getId(), Map.of("form", "{\"approve\":true}"));
          engine.getIdentityService().clearAuthentication();
        });
      }
      return instances * tasksEach / ((System.nanoTime() - start) / 1e9);
    } finally {
      engine.close();
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
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName(PROCESS);
    configuration.setDataSource(pool);
    configuration.setDatabaseSchema(SCHEMA);
    configuration.setDatabaseTablePrefix(SCHEMA + ".");
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistory("full");
    configuration.setAuthorizationEnabled(true);
    configuration.setJobExecutorActivate(false);
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setIdGenerator(new StrongUuidGenerator());
    return configuration.buildProcessEngine();
  }

  /** A pool of its own with the same settings. */
  private static HikariDataSource pool(DataSource dataSource) throws SQLException {
    HikariConfig configuration = new HikariConfig();
    dataSource.unwrap(HikariDataSource.class).copyStateTo(configuration);
    configuration.setPoolName(PROCESS);
    configuration.setSchema(SCHEMA);
    return new HikariDataSource(configuration);
  }
}

package cn.jointinspection.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("流程引擎的表由数据库迁移建立")
@SpringBootTest(
    classes = EngineSchemaTest.EngineAndDatabase.class,
    properties = {"camunda.bpm.job-execution.enabled=false", "camunda.bpm.auto-deployment-enabled=false",
        // Its own level comes with the plugin, which is not here.
        "camunda.bpm.history-level=full"})
class EngineSchemaTest {

  @Autowired ProcessEngine engine;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource dataSource;

  @Test
  @DisplayName("引擎不建表也不改表，接受迁移建立的表并能运行流程")
  void theEngineAcceptsTheTables() {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    assertThat(configuration.getDatabaseSchemaUpdate()).isEqualTo("false");

    assertThat(jdbc.sql("select description from flyway_schema_history where version = '001' and success")
            .query(String.class).single())
        .isEqualTo("engine schema");
    assertThat(engine.getManagementService().getTableCount()).containsKeys("ACT_RU_TASK", "ACT_RU_CASE_EXECUTION");

    var task = engine.getTaskService().newTask("schemaProbe");
    engine.getTaskService().saveTask(task);
    engine.getTaskService().complete("schemaProbe");
    assertThat(engine.getHistoryService().createHistoricTaskInstanceQuery().taskId("schemaProbe").finished().count())
        .isEqualTo(1);
    engine.getHistoryService().deleteHistoricTaskInstance("schemaProbe");
  }

  @Test
  @DisplayName("几个节点同时在空库上启动，只有一个建表，其余等待，都能成功")
  void nodesStartingTogetherDoNotRace() throws Exception {
    int nodes = 3;
    var start = new CyclicBarrier(nodes);
    Callable<Integer> node =
        () -> {
          Flyway flyway =
              Flyway.configure().dataSource(dataSource).schemas("several_nodes").locations("classpath:db/migration")
                  .javaMigrations(new EngineSchemaMigration(), new EngineTablesMigration()).load();
          start.await();
          return flyway.migrate().migrationsExecuted;
        };

    var pool = Executors.newFixedThreadPool(nodes);
    List<Future<Integer>> executed;
    try {
      executed = pool.invokeAll(List.of(node, node, node));
    } finally {
      pool.shutdown();
    }

    int all = 0;
    for (Future<Integer> one : executed) {
      all += one.get();
    }
    assertThat(jdbc.sql("select count(*) from several_nodes.flyway_schema_history where version is not null")
            .query(Integer.class).single())
        .isEqualTo(all);
    assertThat(jdbc.sql("select count(*) from several_nodes.act_ge_property where name_ = 'schema.version'")
            .query(Integer.class).single())
        .isEqualTo(1);
  }

  @Test
  @DisplayName("早先版本建的库升级后，按本程序的历史级别启动")
  void anOlderDatabaseGetsTheLevel() {
    var older = Flyway.configure().dataSource(dataSource).schemas("older").locations("classpath:db/migration")
        .javaMigrations(new EngineSchemaMigration(), new EngineTablesMigration());
    older.target("160").load().migrate();
    jdbc.sql("insert into older.act_ge_property values ('historyLevel', '3', 1)").update();

    older.target(MigrationVersion.LATEST).load().migrate();

    assertThat(jdbc.sql("select value_ from older.act_ge_property where name_ = 'historyLevel'").query(Integer.class)
        .single()).isEqualTo(new RecordHistoryLevel().getId());
  }

  @TestConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @ComponentScan("cn.jointinspection.platform")
  @Import({EngineSchemaMigration.class, EngineTablesMigration.class})
  static class EngineAndDatabase {}
}

package cn.jointinspection.engine.database;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/** Fits the engine's own tables for many thousands of open tasks: what it asks at every step must not read them all. */
@Component
class EngineTablesMigration implements JavaMigration {

  private static final List<String> CHANGES = List.of(
      // Completing a task asks for its subtasks.
      "create index act_idx_task_parent on act_ru_task (parent_task_id_)",
      // The job executor asks for what is due among the timers of the whole year.
      "create index act_idx_job_due on act_ru_job (duedate_)",
      // A scope's variables: as long as the tables have not been analysed the planner takes the index of either
      // condition alone for good enough, and reads every variable for each scope.
      "create index act_idx_variable_scope on act_ru_variable (execution_id_, task_id_)",
      // A database that an earlier version of this program created; a new one has no level yet.
      "update act_ge_property set value_ = '" + RecordHistoryLevel.ID + "' where name_ = 'historyLevel'");

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("170");
  }

  @Override
  public String getDescription() {
    return "engine tables";
  }

  @Override
  public Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    try (Statement statement = context.getConnection().createStatement()) {
      for (String change : CHANGES) {
        statement.execute(change);
      }
    }
  }
}

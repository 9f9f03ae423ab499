package cn.jointinspection.engine.database;

import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's tables with the engine's own scripts. Left to the engine, two nodes that start at once on an
 * empty database race, and one dies; here the migration's lock lets one go first.
 */
@Component
class EngineSchemaMigration implements JavaMigration {

  private static final List<String> PARTS =
      List.of(
          "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("001");
  }

  @Override
  public String getDescription() {
    return "engine schema";
  }

  /** None: a newer engine brings other scripts for new databases, and its upgrade scripts for those already created. */
  @Override
  public Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) {
    for (String part : PARTS) {
      var script = new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql");
      ScriptUtils.executeSqlScript(context.getConnection(), new EncodedResource(script, "UTF-8"));
    }
  }
}

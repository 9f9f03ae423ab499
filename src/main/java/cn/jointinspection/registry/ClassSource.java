package cn.jointinspection.registry;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells the database that whoever changes a class says himself where it comes from; otherwise it is from the registry. */
public final class ClassSource {

  private static final String SAY = "select set_config('inspection.class_source', ?, true)";

  private ClassSource() {}

  /** Only inside a transaction. */
  public static void during(JdbcClient jdbc, Runnable change) {
    jdbc.sql(SAY).param("SAID").query().singleRow();
    change.run();
    jdbc.sql(SAY).param("").query().singleRow();
  }
}

package cn.jointinspection.inspection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets PostgreSQL look at a table again after many rows came into it at once. It plans by what it knew before, in the
 * same transaction and for the checks of foreign keys too, and would read a table that was small row by row for each of
 * ten thousand rows.
 */
@Component
class BulkInsert {

  private static final int MANY = 500;

  private final JdbcClient jdbc;

  BulkInsert(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @param table a constant of this package */
  void analysed(String table, int rows) {
    if (rows >= MANY) {
      jdbc.sql("analyze " + table).update();
    }
  }
}

package cn.jointinspection.registry;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What changed in the registries, by whom and when (全过程留痕, 三), oldest first. */
@Component
public class RegistryHistory {

  private final JdbcClient jdbc;

  RegistryHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param operation INSERT, UPDATE or DELETE
   * @param before the row as a JSON object, null where there was none
   * @param after the row as a JSON object, null where there is none any more
   * @param changedAt by the application's clock
   * @param changedBy account id, or {@code system}
   */
  public record Change(String operation, String before, String after, Instant changedAt, String changedBy) {}

  public List<Change> ofObject(String objectNo) {
    return of("inspection_object", objectNo);
  }

  public List<Change> ofInspector(String certificateNo) {
    return of("inspector", certificateNo);
  }

  private List<Change> of(String table, String key) {
    return jdbc.sql("""
            select operation, before, after, changed_at, changed_by from registry_history
            where table_name = ? and row_key = ? order by id
            """)
        .params(table, key)
        .query((row, number) -> new Change(row.getString("operation"), row.getString("before"), row.getString("after"),
            row.getTimestamp("changed_at").toInstant(), row.getString("changed_by")))
        .list();
  }
}

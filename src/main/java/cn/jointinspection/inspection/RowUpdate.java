package cn.jointinspection.inspection;

import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One update of one row that must still be as it was read; table and column names are constants of this package. */
final class RowUpdate {

  private final String table;
  private final Map<String, Object> key = new LinkedHashMap<>();
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, String> expressions = new LinkedHashMap<>();
  private final int version;

  private RowUpdate(String table, int version) {
    this.table = table;
    this.version = version;
  }

  static RowUpdate of(String table, int version) {
    return new RowUpdate(table, version);
  }

  RowUpdate key(String column, Object value) {
    key.put(column, value);
    return this;
  }

  RowUpdate set(String column, Object value) {
    values.put(column, value);
    expressions.put(column, ":" + column);
    return this;
  }

  RowUpdate setJson(String column, String json) {
    values.put(column, json);
    expressions.put(column, "cast(:" + column + " as jsonb)");
    return this;
  }

  /** @throws ChangedMeanwhile if somebody else was faster */
  void run(JdbcClient jdbc) {
    String sets = expressions.entrySet().stream()
        .map(e -> e.getKey() + " = " + e.getValue()).collect(Collectors.joining(", "));
    String keys = key.keySet().stream().map(k -> k + " = :key_" + k).collect(Collectors.joining(" and "));
    var sql = jdbc.sql("update " + table + " set " + sets + ", version = version + 1 where " + keys
        + " and version = :read_version").params(values).param("read_version", version);
    for (Map.Entry<String, Object> part : key.entrySet()) {
      sql = sql.param("key_" + part.getKey(), part.getValue());
    }
    if (sql.update() != 1) {
      throw new ChangedMeanwhile("编号 "
          + key.values().stream().map(Object::toString).collect(Collectors.joining("、")) + " 的记录");
    }
  }
}

package cn.jointinspection.registry;

import cn.jointinspection.platform.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What changed in the registries, by whom and when (全过程留痕, 三), oldest first. */
@Component
public class RegistryHistory {

  private static final String CHANGES =
      "select table_name, operation, before, after, changed_at, changed_by from registry_history ";

  private final JdbcClient jdbc;

  RegistryHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param table of the database whose row it was
   * @param operation INSERT, UPDATE or DELETE
   * @param before the row as a JSON object, null where there was none
   * @param after the row as a JSON object, null where there is none any more
   * @param changedAt by the application's clock
   * @param changedBy account id, or {@code system}
   */
  public record Change(String table, String operation, String before, String after, Instant changedAt, String changedBy) {}

  /** Of the object alone, without what belongs to it. */
  public List<Change> ofObject(String objectNo) {
    return of("inspection_object", objectNo);
  }

  /**
   * Of the object with all that belongs to it: the entries that were merged into it, the scopes it belongs or belonged
   * to, its licences.
   */
  public List<Change> ofObjectAndItsOwn(String objectNo) {
    // A key of every scope there is: they are few, and so each is looked up, whatever the order of the index.
    return jdbc.sql(CHANGES + """
            where (table_name, row_key) in (
              select 'inspection_object', :no
              union all
              select 'inspection_object', object_no from inspection_object where merged_into = :no
              union all
              select 'object_licence', object_no || '|' || name || '|' || number from object_licence where object_no = :no
              union all
              select 'object_scope', o.id || '|' || s.id from inspection_object o cross join scope s where o.object_no = :no)
              -- Which departments list it is not a change of the object.
              and not (table_name = 'object_scope' and operation = 'UPDATE')
            order by id""")
        .param("no", objectNo).query(RegistryHistory::change).list();
  }

  public List<Change> ofInspector(String certificateNo) {
    return of("inspector", certificateNo);
  }

  /** The object as it stood at this moment; empty if it was not in the registry then. */
  public Optional<InspectionObject> objectAsOf(String objectNo, Instant at) {
    return jdbc.sql("""
            select o.* from (
              select after from registry_history
              where table_name = 'inspection_object' and row_key = ? and changed_at <= ? order by id desc limit 1) h,
            lateral jsonb_populate_record(null::inspection_object, h.after) o where h.after is not null""")
        .params(objectNo, at.atOffset(ZoneOffset.UTC)).query(InspectionObject.class).optional();
  }

  /** The objects that were in the registry at this moment, as they stood then, in order of their ids. */
  public Page<InspectionObject> objectsAsOf(Instant at, int page, int size) {
    String then = """
        from (select distinct on (row_key) after from registry_history
          where table_name = 'inspection_object' and changed_at <= :at
          order by row_key, id desc) h
        where h.after is not null""";
    return new Page<>(
        jdbc.sql("select o.* from (select h.after " + then + " offset :offset limit :size) h,"
                + " lateral jsonb_populate_record(null::inspection_object, h.after) o order by o.object_no")
            .param("at", at.atOffset(ZoneOffset.UTC)).param("offset", Page.offset(page, size)).param("size", size)
            .query(InspectionObject.class).list(),
        page, size,
        jdbc.sql("select count(*) " + then).param("at", at.atOffset(ZoneOffset.UTC)).query(Long.class).single());
  }

  private List<Change> of(String table, String key) {
    return jdbc.sql(CHANGES + "where table_name = ? and row_key = ? order by id").params(table, key)
        .query(RegistryHistory::change).list();
  }

  private static Change change(ResultSet row, int number) throws SQLException {
    return new Change(row.getString("table_name"), row.getString("operation"), row.getString("before"),
        row.getString("after"), row.getTimestamp("changed_at").toInstant(), row.getString("changed_by"));
  }
}

package cn.jointinspection.draw;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What is kept of draws, for reading: lists of draws, the result as first drawn, events, disputes, files. */
@Service
public class DrawRecords {

  private static final int PIECE = 1 << 20;

  private final DrawStore store;
  private final JdbcClient jdbc;

  DrawRecords(DrawStore store, JdbcClient jdbc) {
    this.store = store;
    this.jdbc = jdbc;
  }

  public Optional<Draw> byNumber(int number) {
    return one("select id from draw where number = ?", number);
  }

  /** The latest draw of a joint inspection, be it abandoned. */
  public Optional<Draw> latestOf(String jointInspectionId) {
    return one("select id from draw where joint_inspection_id = ? order by number desc limit 1", jointInspectionId);
  }

  /** @param reference a draw's number, its id, or the id of a joint inspection, whose latest draw is meant */
  public Optional<Draw> byReference(String reference) {
    if (reference.matches("\\d{1,9}")) {
      return byNumber(Integer.parseInt(reference));
    }
    return store.find(reference).or(() -> latestOf(reference));
  }

  private Optional<Draw> one(String sql, Object param) {
    return jdbc.sql(sql).param(param).query(String.class).optional().flatMap(store::find);
  }

  /**
   * The newest first.
   *
   * @param before only draws with a smaller number; {@link Integer#MAX_VALUE} for the newest
   */
  public List<Draw> page(int before, int size) {
    return all(jdbc.sql("select id from draw where number < ? order by number desc limit ?").params(before, size)
        .query(String.class).list());
  }

  /** The newest draws in which one of these departments takes part, the newest first. */
  public List<Draw> latestOf(Collection<String> departments, int size) {
    return all(jdbc.sql("""
            select id from draw d where exists (
              select from draw_contribution c where c.draw_id = d.id and c.department = any(?))
            order by number desc limit ?
            """)
        .params(departments.toArray(String[]::new), size).query(String.class).list());
  }

  private List<Draw> all(List<String> ids) {
    return ids.stream().map(id -> store.find(id).orElseThrow()).toList();
  }

  public int count() {
    return jdbc.sql("select count(*) from draw").query(Integer.class).single();
  }

  /** Every value the witness did not agree with, in order; empty if there was none. */
  public List<ValueDispute> disputes(String drawId) {
    return jdbc.sql("""
            select seq, value, entered_by, entered_at, disputed_by, disputed_body, disputed_at, reason
            from draw_value_dispute where draw_id = ? order by seq
            """)
        .param(drawId).query(ValueDispute.class).list();
  }

  /** The result as first drawn, in order of visits; empty before. */
  public List<DrawnObject> drawn(String drawId) {
    return drawn(drawId, 1, Integer.MAX_VALUE);
  }

  /** The part of the result as first drawn from one visit number to another, both included. */
  public List<DrawnObject> drawn(String drawId, int from, int to) {
    Map<String, DrawnObject> objects = new LinkedHashMap<>();
    jdbc.sql("""
            select visit_no, object_no, stratum, ticket from draw_selected
            where draw_id = ? and visit_no between ? and ? order by visit_no
            """)
        .params(drawId, from, to)
        .query(row -> {
          objects.put(row.getString(2), new DrawnObject(
              row.getInt(1), row.getString(2), row.getString(3), row.getString(4), new LinkedHashMap<>()));
        });
    jdbc.sql("""
            select m.object_no, m.department, m.inspector from draw_team_member m
            join draw_selected s on s.draw_id = m.draw_id and s.object_no = m.object_no
            where m.draw_id = ? and s.visit_no between ? and ?
            order by s.visit_no, m.department collate "C", m.position
            """)
        .params(drawId, from, to)
        .query(row -> {
          objects.get(row.getString(1)).teams()
              .computeIfAbsent(row.getString(2), department -> new ArrayList<>()).add(row.getString(3));
        });
    return List.copyOf(objects.values());
  }

  /** Number of objects first drawn; 0 before. */
  public int countDrawn(String drawId) {
    return jdbc.sql("select count(*) from draw_selected where draw_id = ?").param(drawId).query(Integer.class).single();
  }

  /** In order. */
  public List<DrawEvent> events(String drawId) {
    return jdbc.sql("""
            select seq, type, object_no, inspector, reason, event_hash, replacement, approved_by, countersigned_by,
              recorded_at, transcript_sha256
            from draw_event where draw_id = ? order by seq
            """)
        .param(drawId).query(DrawEvent.class).list();
  }

  /** In order. */
  public List<DecidedShortfall> shortfalls(String drawId) {
    return jdbc.sql("""
            select object_no, department, missing, decision, inspector, reason, decided_by, decided_at
            from draw_shortfall where draw_id = ? order by seq
            """)
        .param(drawId).query(DecidedShortfall.class).list();
  }

  /** The files there are, in the order of their names. */
  public List<DrawFile> files(String drawId) {
    return jdbc.sql("""
            select name, sha256, octet_length(content) as size from draw_file where draw_id = ?
            order by name collate "C"
            """)
        .param(drawId).query(DrawFile.class).list();
  }

  /**
   * Copies a file piece by piece, so that neither the server's memory nor a database connection is held by a slow reader.
   *
   * @throws IOException if the receiver is gone, or the file was replaced by a newer one meanwhile
   */
  public void copy(String drawId, DrawFile file, OutputStream to) throws IOException {
    for (long from = 0; from < file.size(); from += PIECE) {
      byte[] piece = jdbc.sql("""
              select substring(content from ? for ?) from draw_file where draw_id = ? and name = ? and sha256 = ?
              """)
          .params((int) from + 1, PIECE, drawId, file.name(), file.sha256())
          .query((row, n) -> row.getBytes(1)).optional()
          .orElseThrow(() -> new IOException(file.name() + " was replaced while it was read"));
      to.write(piece);
    }
  }
}

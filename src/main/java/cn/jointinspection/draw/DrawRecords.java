package cn.jointinspection.draw;

import cn.jointinspection.draw.engine.TranscriptFile;
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
  private static final String WATCHED = """
      where (? or exists (
        select from draw_contribution c where c.draw_id = d.id and c.department = any(?::text[])))
      """;

  private final DrawStore store;
  private final JdbcClient jdbc;

  DrawRecords(DrawStore store, JdbcClient jdbc) {
    this.store = store;
    this.jdbc = jdbc;
  }

  public Optional<Draw> byNumber(int number) {
    return store.select("where d.number = ?", number).stream().findFirst();
  }

  /** The latest draw of a joint inspection, be it abandoned. */
  public Optional<Draw> latestOf(String jointInspectionId) {
    return store.select("where d.joint_inspection_id = ? order by d.number desc limit 1", jointInspectionId).stream()
        .findFirst();
  }

  /** @param reference a draw's number, its id, or the id of a joint inspection, whose latest draw is meant */
  public Optional<Draw> byReference(String reference) {
    if (reference.matches("\\d{1,9}")) {
      return byNumber(Integer.parseInt(reference));
    }
    return store.find(reference).or(() -> latestOf(reference));
  }

  /**
   * The newest first.
   *
   * @param before only draws with a smaller number; {@link Integer#MAX_VALUE} for the newest
   */
  public List<Draw> page(int before, int size) {
    return store.select("where d.number < ? order by d.number desc limit ?", before, size);
  }

  /** Which draws somebody watches: all, or those in which one of these departments takes part. */
  public record Watched(boolean all, Collection<String> departments) {}

  /** Those not over yet come first, then the newest. @param page from 1 */
  public List<Draw> watched(Watched watched, int page, int size) {
    return store.select(WATCHED + "order by (d.status in ('DRAWN', 'ABANDONED')), d.number desc limit ? offset ?",
        watched.all(), watched.departments().toArray(String[]::new), size, (page - 1) * size);
  }

  public int count(Watched watched) {
    return jdbc.sql("select count(*) from draw d " + WATCHED)
        .params(watched.all(), watched.departments().toArray(String[]::new)).query(Integer.class).single();
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
    return events(drawId, 1, Integer.MAX_VALUE);
  }

  /** Those from one number to another, both included, in order. */
  public List<DrawEvent> events(String drawId, int from, int to) {
    return jdbc.sql("""
            select seq, type, object_no, inspector, reason, event_hash, replacement, approved_by, countersigned_by,
              recorded_at, transcript_sha256
            from draw_event where draw_id = ? and seq between ? and ? order by seq
            """)
        .params(drawId, from, to).query(DrawEvent.class).list();
  }

  public int countEvents(String drawId) {
    return jdbc.sql("select count(*) from draw_event where draw_id = ?").param(drawId).query(Integer.class).single();
  }

  /** In order. */
  public List<DecidedShortfall> shortfalls(String drawId) {
    return jdbc.sql("""
            select object_no, department, missing, decision, inspector, reason, decided_by, decided_at
            from draw_shortfall where draw_id = ? order by seq
            """)
        .param(drawId).query(DecidedShortfall.class).list();
  }

  /** The files there are, in the order of their names; the transcript with all events there are. */
  public List<DrawFile> files(String drawId) {
    return jdbc.sql("""
            select f.name, coalesce(e.transcript_sha256, f.sha256) as sha256,
              coalesce(e.transcript_size, octet_length(f.content)) as size
            from draw_file f left join lateral (
              select transcript_sha256, transcript_size from draw_event
              where draw_id = f.draw_id and f.name = 'transcript.json' order by seq desc limit 1) e on true
            where f.draw_id = ? order by f.name collate "C"
            """)
        .param(drawId).query(DrawFile.class).list();
  }

  /**
   * Copies a file piece by piece, so that a slow reader holds neither the server's memory nor a database connection.
   * He gets the file that he was told of, also when events are added meanwhile.
   *
   * @throws IOException if the receiver is gone
   */
  public void copy(String drawId, DrawFile file, OutputStream to) throws IOException {
    List<String> events = eventsIn(drawId, file);
    byte[] tail = events.isEmpty() ? new byte[0] : TranscriptFile.tail(events);
    long head = file.size() - tail.length;
    for (long from = 0; from < head; from += PIECE) {
      to.write(jdbc.sql("select substring(content from ? for ?) from draw_file where draw_id = ? and name = ?")
          .params((int) from + 1, (int) Math.min(PIECE, head - from), drawId, file.name())
          .query((row, n) -> row.getBytes(1)).single());
    }
    to.write(tail);
  }

  /** As they stand in this version of the transcript; none in any other file. */
  private List<String> eventsIn(String drawId, DrawFile file) {
    return jdbc.sql("""
            select entry from draw_event where draw_id = :draw and seq <= (
              select seq from draw_event
              where draw_id = :draw and transcript_sha256 = :sha256 and :name = 'transcript.json')
            order by seq
            """)
        .param("draw", drawId).param("sha256", file.sha256()).param("name", file.name()).query(String.class).list();
  }
}

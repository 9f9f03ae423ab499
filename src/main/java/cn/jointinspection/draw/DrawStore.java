package cn.jointinspection.draw;

import cn.jointinspection.draw.DrawRefused.UnknownDraw;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of draws, their contributions and their files. */
@Repository
class DrawStore {

  private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};
  private static final String FIRST_PREV = "0".repeat(64);

  private static final String SELECT = """
      select d.*, coalesce((select e.transcript_sha256 from draw_event e where e.draw_id = d.id order by e.seq desc
        limit 1), d.transcript_sha256) as transcript_sha256_now
      from draw d
      """;

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  DrawStore(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** @param prev freeze of the last draw, or 64 zeros */
  record Next(int number, int attempt, String prev) {}

  /** Holds back every other freeze until this transaction ends, so that numbers stay consecutive. */
  Next next(String jointInspectionId) {
    jdbc.sql("lock table draw in share row exclusive mode").update();
    int attempt = jdbc.sql("select count(*) from draw where joint_inspection_id = ?")
        .param(jointInspectionId).query(Integer.class).single() + 1;
    return jdbc.sql("select number, \"freeze\" from draw order by number desc limit 1")
        .query((row, n) -> new Next(row.getInt("number") + 1, attempt, row.getString("freeze")))
        .optional()
        .orElse(new Next(1, attempt, FIRST_PREV));
  }

  void insert(Draw draw, int year, String frozenBy) {
    jdbc.sql("""
            insert into draw (id, number, joint_inspection_id, year, title, prev, "freeze", frozen_at, frozen_by,
              candidate_count, candidates_by_stratum, exclusions_by_reason, public_kind, public_source, status)
            values (:id, :number, :jointInspection, :year, :title, :prev, :freeze, :frozenAt, :frozenBy,
              :candidates, cast(:byStratum as jsonb), cast(:byReason as jsonb), :kind, :source, :status)
            """)
        .param("id", draw.id())
        .param("number", draw.number())
        .param("jointInspection", draw.jointInspectionId())
        .param("year", year)
        .param("title", draw.title())
        .param("prev", draw.frozen().prev())
        .param("freeze", draw.frozen().freeze())
        .param("frozenAt", draw.frozen().at())
        .param("frozenBy", frozenBy)
        .param("candidates", draw.frozen().candidates())
        .param("byStratum", write(draw.frozen().candidatesByStratum()))
        .param("byReason", write(draw.frozen().exclusionsByReason()))
        .param("kind", draw.publicSource().kind())
        .param("source", draw.publicSource().source())
        .param("status", draw.status().name())
        .update();
  }

  /** @throws UnknownDraw if there is none */
  Draw get(String id) {
    return find(id).orElseThrow(() -> new UnknownDraw(id));
  }

  Optional<Draw> find(String id) {
    return select("where d.id = ?", id).stream().findFirst();
  }

  /** The draw, held until the transaction ends: two steps on one draw never interleave. */
  Draw lock(String id) {
    return select("where d.id = ? for no key update of d", id).stream().findFirst()
        .orElseThrow(() -> new UnknownDraw(id));
  }

  /** The draws of one joint inspection in order of their numbers. */
  List<Draw> of(String jointInspectionId) {
    return select("where d.joint_inspection_id = ? order by d.number", jointInspectionId);
  }

  /** @param where what follows in the statement; the draw is {@code d} */
  List<Draw> select(String where, Object... params) {
    return jdbc.sql(SELECT + where).params(params).query((row, n) -> draw(row)).list();
  }

  /** Moves what was entered, with what the witness said against it, to the disputes: no value stands any more. */
  void dispute(Draw draw, String by, String body, OffsetDateTime at, String reason) {
    jdbc.sql("""
            insert into draw_value_dispute (draw_id, seq, value, entered_by, entered_at, disputed_by, disputed_body,
              disputed_at, reason)
            select :id, coalesce(max(seq), 0) + 1, :value, :enteredBy, :enteredAt, :by, :body, :at, :reason
            from draw_value_dispute where draw_id = :id
            """)
        .param("id", draw.id()).param("value", draw.publicValue().value())
        .param("enteredBy", draw.publicValue().entered().by()).param("enteredAt", draw.publicValue().entered().at())
        .param("by", by).param("body", body).param("at", at)
        .param("reason", reason)
        .update();
    update(draw, """
        status = 'CLOSED', public_value = null, value_entered_by = null, value_entered_body = null,
        value_entered_at = null""", Map.of());
  }

  void close(Draw draw, DrawStatus status) {
    update(draw, "status = :status", Map.of("status", status.name()));
  }

  void enterValue(Draw draw, String value, String by, String body, OffsetDateTime at) {
    update(draw, """
        status = 'VALUE_ENTERED', public_value = :value, value_entered_by = :by, value_entered_body = :body,
        value_entered_at = :at, value_confirmed_by = null, value_confirmed_body = null, value_confirmed_at = null""",
        Map.of("value", value, "by", by, "body", body, "at", at));
  }

  void confirmValue(Draw draw, String by, String body, OffsetDateTime at) {
    update(draw, """
        status = 'VALUE_CONFIRMED', value_confirmed_by = :by, value_confirmed_body = :body, value_confirmed_at = :at""",
        Map.of("by", by, "body", body, "at", at));
  }

  void drawn(Draw draw, String value, String seed, Map<String, Integer> allocation, String transcript,
      OffsetDateTime at) {
    update(draw, """
        status = 'DRAWN', public_value = :value, seed = :seed, allocation = cast(:allocation as jsonb),
        transcript_sha256 = :transcript, drawn_at = :at""",
        Map.of("value", value, "seed", seed, "allocation", write(allocation), "transcript", transcript, "at", at));
  }

  void abandon(Draw draw, String reason, String by, OffsetDateTime at) {
    update(draw, "status = 'ABANDONED', abandoned_reason = :reason, abandoned_by = :by, abandoned_at = :at",
        Map.of("reason", reason, "by", by, "at", at));
  }

  private void update(Draw draw, String set, Map<String, ?> values) {
    int rows = jdbc.sql("update draw set " + set + ", version = version + 1 where id = :id and version = :version")
        .params(values).param("id", draw.id()).param("version", draw.version()).update();
    if (rows != 1) {
      throw new ChangedMeanwhile("抽取 " + draw.id() + " ");
    }
  }

  void openContributions(String drawId, List<String> departments) {
    departments.forEach(department -> jdbc
        .sql("insert into draw_contribution (draw_id, department) values (?, ?)")
        .params(drawId, department).update());
  }

  List<Contribution> contributions(String drawId) {
    return jdbc.sql("select * from draw_contribution where draw_id = ? order by department collate \"C\"")
        .param(drawId)
        .query((row, n) -> new Contribution(row.getString("department"), row.getString("nonce"),
            row.getString("contributed_by"), row.getObject("contributed_at", OffsetDateTime.class)))
        .list();
  }

  /** @return false if the department does not take part or has already contributed */
  boolean contribute(String drawId, String department, String nonce, String by, OffsetDateTime at) {
    return jdbc.sql("""
            update draw_contribution set nonce = ?, contributed_by = ?, contributed_at = ?
            where draw_id = ? and department = ? and nonce is null
            """)
        .params(nonce, by, at, drawId, department).update() == 1;
  }

  void putFile(String drawId, String name, String sha256, byte[] content) {
    jdbc.sql("insert into draw_file (draw_id, name, sha256, content) values (?, ?, ?, ?)")
        .params(drawId, name, sha256, content).update();
  }

  /** A file as it is kept; the transcript as first drawn. */
  Optional<byte[]> file(String drawId, String name) {
    return jdbc.sql("select content from draw_file where draw_id = ? and name = ?")
        .params(drawId, name).query((row, n) -> row.getBytes(1)).optional();
  }

  private Draw draw(ResultSet row) throws SQLException {
    return new Draw(
        row.getString("id"),
        row.getInt("number"),
        row.getString("joint_inspection_id"),
        row.getString("title"),
        new Draw.Frozen(row.getString("prev"), row.getString("freeze"), at(row, "frozen_at"),
            row.getInt("candidate_count"), read(row.getString("candidates_by_stratum")),
            read(row.getString("exclusions_by_reason"))),
        new PublicSource(row.getString("public_kind"), row.getString("public_source")),
        DrawStatus.valueOf(row.getString("status")),
        row.getString("public_value") == null ? null : new Draw.PublicValue(
            row.getString("public_value"), signature(row, "value_entered"), signature(row, "value_confirmed")),
        row.getString("seed") == null ? null : new Draw.Result(
            row.getString("seed"), row.getString("allocation") == null ? Map.of() : read(row.getString("allocation")),
            at(row, "drawn_at"), row.getString("transcript_sha256"), row.getString("transcript_sha256_now")),
        row.getString("abandoned_reason") == null ? null : new Draw.Abandoned(
            row.getString("abandoned_reason"), row.getString("abandoned_by"), at(row, "abandoned_at")),
        row.getInt("version"));
  }

  private static OffsetDateTime at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class);
  }

  private static Draw.Signature signature(ResultSet row, String step) throws SQLException {
    return row.getString(step + "_by") == null ? null
        : new Draw.Signature(row.getString(step + "_by"), row.getString(step + "_body"), at(row, step + "_at"));
  }

  private String write(Map<String, Integer> counts) {
    try {
      return json.writeValueAsString(counts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Integer> read(String counts) {
    try {
      return new java.util.TreeMap<>(json.readValue(counts, COUNTS));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

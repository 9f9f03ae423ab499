package cn.jointinspection.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.draw.engine.DrawFiles;
import cn.jointinspection.draw.engine.Stage;
import cn.jointinspection.draw.engine.Transcript;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.platform.Sha256;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Draws as earlier versions kept them: their events stood in the file only, which each event wrote anew. */
@DisplayName("早先版本存下的抽取，升级后一个字节、一个摘要也不变")
@DatabaseTest
class OlderDrawsTest {

  private static final String SCHEMA = "older_draws";

  @Autowired DataSource dataSource;

  private FluentConfiguration flyway;
  private Connection connection;
  private JdbcClient jdbc;
  private int number;

  @BeforeEach
  void anOlderDatabase() throws SQLException {
    flyway = Flyway.configure().dataSource(dataSource).schemas(SCHEMA).locations("classpath:db/migration")
        .cleanDisabled(false);
    flyway.target("173").load().migrate();
    connection = dataSource.getConnection();
    connection.setSchema(SCHEMA);
    jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
  }

  @AfterEach
  void isGone() throws SQLException {
    connection.setSchema("public");
    connection.close();
    flyway.load().clean();
  }

  private void upgrade() {
    flyway.target(MigrationVersion.LATEST).load().migrate();
  }

  /** A worked draw with its events, as V173 kept it. @return its id */
  private String add(String folder) {
    Path path = Path.of("draw-vectors", folder);
    byte[] whole = DrawFiles.read(path.resolve(DrawFiles.TRANSCRIPT));
    Transcript t = Transcript.parse(whole);
    jdbc.sql("""
            insert into draw (id, number, year, joint_inspection_id, title, prev, "freeze", frozen_at, frozen_by,
              candidate_count, candidates_by_stratum, exclusions_by_reason, public_kind, public_source, status, seed,
              transcript_sha256)
            values (?, ?, 2024, '140826-2024-008', '示例抽取', ?, ?, now(), 'system', 1, '{}', '{}', ?, ?, 'DRAWN', ?, ?)""")
        .params(t.drawId(), ++number, t.frozen().prev(), t.frozen().freeze(), t.publicValue().kind(), t.publicValue().source(), t.seed(),
            Sha256.hex(version(t, 0))).update();
    DrawFiles files = DrawFiles.in(path);
    files.hashes().forEach((name, sha256) -> file(t.drawId(), name, sha256, files.bytes(name)));
    file(t.drawId(), DrawFiles.TRANSCRIPT, Sha256.hex(whole), whole);
    t.events().forEach(event -> jdbc.sql("""
            insert into draw_event (draw_id, seq, type, object_no, inspector, reason, evidence_sha256, fresh, event_hash,
              replacement, approved_by, recorded_at, transcript_sha256)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'gajReviewer1', now(), ?)""")
        .params(t.drawId(), event.seq(), event.type(), event.object(), event.inspector(), event.reason(),
            event.evidence(), event.fresh(), event.eventHash(), event.replacement(),
            Sha256.hex(version(t, event.seq()))).update());
    return t.drawId();
  }

  private void file(String draw, String name, String sha256, byte[] content) {
    jdbc.sql("insert into draw_file values (?, ?, ?, ?)").params(draw, name, sha256, content).update();
  }

  /** The file as it was after so many events. */
  private static byte[] version(Transcript t, int events) {
    return t.with(t.events().subList(0, events)).toBytes();
  }

  private byte[] original(String folder) {
    return DrawFiles.read(Path.of("draw-vectors", folder, DrawFiles.TRANSCRIPT));
  }

  private DrawRecords records() {
    return new DrawRecords(new DrawStore(jdbc, new ObjectMapper()), jdbc);
  }

  @Test
  @DisplayName("抽取记录逐字节不变，核验通过，表中存的是首次抽取时的文件")
  void notAByteChanges() {
    Map<String, String> draws = new LinkedHashMap<>();
    for (String folder : List.of("01-ordinary", "10-substitute", "11-recuse-labelled", "12-beyond-bmp", "13-value-none")) {
      draws.put(add(folder), folder);
    }
    assertThat(draws).hasSize(5);

    upgrade();

    draws.forEach((draw, folder) -> {
      byte[] original = original(folder);
      assertThat(text(DrawScene.copy(records(), draw, DrawFiles.TRANSCRIPT))).as(folder).isEqualTo(text(original));
      assertThat(DrawScene.verify(records(), draw)).as(folder).containsExactly(Stage.values());
      assertThat(records().byReference(draw).orElseThrow().result().transcriptSha256Now()).isEqualTo(Sha256.hex(original));
    });
    assertThat(jdbc.sql("""
            select bool_and(encode(sha256(content), 'hex') = sha256 and sha256 = transcript_sha256) from draw_file
            join draw on id = draw_id where name = 'transcript.json'""").query(Boolean.class).single()).isTrue();
  }

  @Test
  @DisplayName("当时每个事件之后公布的摘要，都能由新表重现；接着登记的事件与从前的相连")
  void whatWasPublishedIsReproducedAndContinued() throws Exception {
    String draw = add("11-recuse-labelled");
    add("10-substitute");
    upgrade();
    jdbc.sql("insert into department (code, name, kind, position) select code, code, 'DEPARTMENT', 1 from unnest(?) code")
        .param(Transcript.parse(original("11-recuse-labelled")).contributions().keySet().toArray(String[]::new)).update();
    for (DrawEvent event : records().events(draw)) {
      long size = jdbc.sql("select transcript_size from draw_event where draw_id = ? and seq = ?")
          .params(draw, event.seq()).query(Long.class).single();
      var to = new ByteArrayOutputStream();
      records().copy(draw, new DrawFile(DrawFiles.TRANSCRIPT, event.transcriptSha256(), size), to);
      assertThat(Sha256.hex(to.toByteArray())).isEqualTo(event.transcriptSha256());
    }
    DrawStore store = new DrawStore(jdbc, new ObjectMapper());
    var events = new DrawEvents(store, new ResultStore(jdbc), new ParsedDraws(store), Clock.systemDefaultZone());
    Transcript before = Transcript.parse(original("11-recuse-labelled"));
    String object = before.events().get(0).object();
    String gone = before.selected().stream().map(Transcript.Selected::id).filter(id -> !id.equals(object)).findFirst()
        .orElseThrow();

    SubstituteOutcome outcome = events.recordSubstitute(draw, gone, "DEREGISTERED", null, "gajReviewer1", "bgsStaff1");

    assertThat(outcome.eventSeq()).isEqualTo(before.events().size() + 1);
    assertThat(DrawScene.verify(records(), draw)).containsExactly(Stage.values());
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "update draw_file set sha256 = repeat('9', 64) where name = 'transcript.json'",
      "update draw set transcript_sha256 = repeat('9', 64)",
      "update draw_event set event_hash = repeat('9', 64) where seq = 2",
      "delete from draw_event where seq = 3",
      "delete from draw_file where name = 'transcript.json'"})
  @DisplayName("抽取记录与已公布的不符，就不升级，也不改动任何数据")
  void whatDoesNotMatchIsNotTouched(String change) {
    add("11-recuse-labelled");
    jdbc.sql(change).update();
    List<String> before = rows();

    assertThatThrownBy(this::upgrade).hasMessageContaining("未升级");

    assertThat(rows()).isEqualTo(before);
  }

  private List<String> rows() {
    return jdbc.sql("select f::text from draw_file f union all select e::text from draw_event e order by 1")
        .query(String.class).list();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

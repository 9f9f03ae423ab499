package cn.jointinspection.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.platform.DatabaseTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@DisplayName("抽取的存档")
@DatabaseTest
@ImportAutoConfiguration(JacksonAutoConfiguration.class)
@Import(DrawsTest.Beans.class)
@Transactional
class DrawRecordsTest {

  private static final String ID = "140826-2024-008-1";
  private static final int SEED = 20240320;

  @Autowired DrawRecords records;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void drawn() {
    DrawRows.add(jdbc, ID, "140826-2024-008", true);
  }

  private byte[] file(String name, int size) {
    byte[] content = new byte[size];
    new Random(SEED).nextBytes(content);
    jdbc.sql("insert into draw_file values (?, ?, encode(sha256(?), 'hex'), ?)")
        .params(ID, name, content, content).update();
    return content;
  }

  @ParameterizedTest(name = "{0} 字节")
  @DisplayName("大小文件都逐字节取出")
  @ValueSource(ints = {0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 5_000_000})
  void filesAreCopiedToTheByte(int size) throws IOException {
    byte[] content = file("candidates.jsonl", size);
    var copy = new ByteArrayOutputStream();

    DrawFile file = records.files(ID).get(0);
    records.copy(ID, file, copy);

    assertThat(file.size()).isEqualTo(size);
    assertThat(copy.toByteArray()).isEqualTo(content);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("冻结之后，名单、冻结值、随机值来源在数据库中也改不了、删不掉")
  @ValueSource(strings = {
      "update draw_file set content = '\\x00' where name = 'candidates.jsonl'",
      "delete from draw_file where name = 'candidates.jsonl'",
      "update draw_file set sha256 = repeat('9', 64) where name = 'transcript.json'",
      "delete from draw_file where name = 'transcript.json'",
      "update draw set \"freeze\" = repeat('9', 64)",
      "update draw set public_source = '另一来源'",
      "update draw set public_kind = 'drand'",
      "update draw set candidate_count = 2",
      "update draw set number = 2",
      "delete from draw"})
  void whatIsFrozenStays(String change) {
    file("candidates.jsonl", 10);
    file("transcript.json", 10);

    assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("抽取已经冻结");
  }

  @Test
  @DisplayName("按次数、编号或联合抽查编号都能找到抽取，按联合抽查编号找到最近一次")
  void findsByAnyReference() {
    jdbc.sql("""
        insert into draw (id, number, year, joint_inspection_id, title, prev, "freeze", frozen_at, frozen_by,
          candidate_count, candidates_by_stratum, exclusions_by_reason, public_kind, public_source, status)
        select '140826-2024-008-2', 2, year, joint_inspection_id, title, prev, "freeze", frozen_at, frozen_by,
          candidate_count, candidates_by_stratum, exclusions_by_reason, public_kind, public_source, 'FROZEN' from draw
        """).update();

    assertThat(records.byReference("1")).map(Draw::id).contains(ID);
    assertThat(records.byReference(ID)).map(Draw::number).contains(1);
    assertThat(records.byReference("140826-2024-008")).map(Draw::number).contains(2);
    assertThat(records.byReference("3")).isEmpty();
    assertThat(records.byReference("999999999999")).isEmpty();
    assertThat(records.page(Integer.MAX_VALUE, 1)).extracting(Draw::number).containsExactly(2);
    assertThat(records.page(2, 5)).extracting(Draw::number).containsExactly(1);
  }
}

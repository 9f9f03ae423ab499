package cn.jointinspection.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import cn.jointinspection.draw.Draw;
import cn.jointinspection.draw.DrawStatus;
import cn.jointinspection.draw.Draws;
import cn.jointinspection.draw.PublicSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@InspectionTest
@DisplayName("归档文件：格式有版本，写法一个字节也不变，写过的以后都读得出（三）")
class ClosedFileTest {

  private static final String ID = "140826-2025-008";
  private static final Path SAMPLES = Path.of("src/test/resources/records");

  @Autowired Archive archive;
  @Autowired Draws draws;
  @Autowired JdbcClient jdbc;

  private static byte[] sample(int version) throws IOException {
    return Files.readAllBytes(SAMPLES.resolve("closed-file-" + version + ".jsonl"));
  }

  @Test
  @Transactional
  @DisplayName("现行版本写出来的，和存下的样本一个字节不差")
  void writesTheSameBytes() throws IOException {
    jdbc.sql(Files.readString(SAMPLES.resolve("closed-file.sql"))).update();
    when(draws.get("140826-2025-008-1")).thenReturn(new Draw("140826-2025-008-1", 1, ID, "示例",
        new Draw.Frozen("0".repeat(64), "a".repeat(64), OffsetDateTime.parse("2025-03-20T09:00+08:00"), 9, Map.of("B", 4, "C", 5),
            Map.of()),
        new PublicSource("dice", "示例"), DrawStatus.DRAWN,
        new Draw.PublicValue("123", null, null),
        new Draw.Result("5", Map.of("C", 1, "B", 1), OffsetDateTime.parse("2025-03-20T10:00+08:00"), "b".repeat(64), "d".repeat(64)),
        null, 3));

    archive.keep(ID);

    byte[] written = archive.manifest(ID).orElseThrow();
    if (Boolean.getBoolean("write-samples")) {
      Files.write(SAMPLES.resolve("closed-file-2.jsonl"), written);
    }
    assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(new String(sample(2), StandardCharsets.UTF_8));
    assertThat(archive.read(ID)).contains(ClosedFile.read(written));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  @DisplayName("第 1、2 版读得出：任务、抽取、每个部门的检查和结果、证据、经过")
  void readsEveryVersion(int version) throws IOException {
    ClosedFile file = ClosedFile.read(sample(version));

    assertThat(file.version()).isEqualTo(version);
    assertThat(file.jointInspectionId()).isEqualTo(ID);
    assertThat(file.title()).isEqualTo("示例旅馆业联合抽查");
    assertThat(file.drawFreeze()).isEqualTo("a".repeat(64));
    assertThat(file.checks()).containsExactly(
        new ClosedFile.Check(ID + "/1", "gaj", "2025-04-08", List.of("GD001", "GD003"),
            List.of("发现问题已责令改正"), true),
        new ClosedFile.Check(ID + "/1", "xfd", null, List.of(), List.of(), false));
    assertThat(file.evidence()).containsExactly("c".repeat(64));
    assertThat(file.steps()).containsExactly("发起", "登记检查记录（现场检查）");
  }

  @Test
  @DisplayName("没有版本号以前写的也读得出")
  void readsWhatHadNoVersion() throws IOException {
    ClosedFile file = ClosedFile.read(sample(0));

    assertThat(file.version()).isZero();
    assertThat(file.jointInspectionId()).isEqualTo("140826-2024-008");
    assertThat(file.drawFreeze()).matches("[0-9a-f]{64}");
    assertThat(file.checks()).hasSize(8).allSatisfy(check -> {
      assertThat(check.checkedOn()).isEqualTo("2024-04-10");
      assertThat(check.team()).hasSize(2);
      assertThat(check.results()).containsExactly("未发现问题");
      assertThat(check.published()).isTrue();
    });
    assertThat(file.steps()).hasSize(50).startsWith("列入年度计划").endsWith("确认完成");
  }

  @Test
  @DisplayName("以后的程序写的，说明认得到哪一版，不乱读")
  void refusesLaterOnes() {
    byte[] later = "{\"format\":\"joint-inspection-archive\",\"version\":3}\n".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> ClosedFile.read(later)).hasMessageContaining("第 3 版").hasMessageContaining("请用较新的程序");
  }
}

package cn.jointinspection.process.supervisionorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("督办记录：格式有版本，写法一个字节也不变，写过的以后都读得出（六）")
class SupervisionRecordFormatTest {

  private static final Path SAMPLES = Path.of("src/test/resources/records");
  private static final SupervisionFacts.Facts FACTS = new SupervisionFacts.Facts("DB-7", "“录入检查结果”逾期：示例", "公安局",
      Instant.parse("2024-06-11T15:59:59Z"), Instant.parse("2024-06-11T16:00:00.123456Z"), "已免责", true,
      List.of(new SupervisionFacts.Reminder(Instant.parse("2024-06-06T22:00:00Z"), "到期前", List.of("公安局", "示例甲"))),
      List.of(new SupervisionFacts.Entry(Instant.parse("2024-06-11T16:00:00Z"), "系统（期限届满）", "发出督办", null),
          new SupervisionFacts.Entry(Instant.parse("2024-06-12T01:00:00Z"), "示例经办", "说明逾期原因", "检查对象停业")),
      List.of(new SupervisionFacts.Entry(Instant.parse("2024-05-01T01:00:00Z"), "示例甲", "登记检查记录", null)),
      List.of(new WorkItemTimes.Times("录入检查结果", null, Instant.parse("2024-05-02T01:00:00Z"),
          Instant.parse("2024-06-11T15:59:59Z"), null, true)));

  private static String sample(int version) throws IOException {
    return Files.readString(SAMPLES.resolve("supervision-record-" + version + ".json"));
  }

  @Test
  @DisplayName("现行版本写出来的，和存下的样本一个字节不差，读回来一样")
  void writesTheSameBytes() throws IOException {
    String written = SupervisionRecordFormat.write(FACTS);
    if (Boolean.getBoolean("write-samples")) {
      Files.writeString(SAMPLES.resolve("supervision-record-1.json"), written);
    }

    assertThat(written).isEqualTo(sample(1));
    assertThat(SupervisionRecordFormat.read(sample(1))).isEqualTo(FACTS);
  }

  @Test
  @DisplayName("没有版本号以前写的也读得出")
  void readsWhatHadNoVersion() throws IOException {
    SupervisionFacts.Facts facts = SupervisionRecordFormat.read(sample(0));

    assertThat(facts.number()).isEqualTo("DB-9");
    assertThat(facts.department()).isEqualTo("公安局");
    assertThat(facts.dueAt()).isNotNull();
    assertThat(facts.steps()).extracting(SupervisionFacts.Entry::action)
        .containsExactly("发出督办", "说明逾期原因", "要求补充说明", "说明逾期原因", "认定免责");
    assertThat(facts.reminders()).singleElement().satisfies(reminder -> assertThat(reminder.told()).containsExactly("公安局"));
  }

  @Test
  @DisplayName("以后的程序写的，说明认得到哪一版，不乱读")
  void refusesLaterOnes() {
    assertThatThrownBy(() -> SupervisionRecordFormat.read("{\"format\":\"supervision-record\",\"version\":2}"))
        .hasMessageContaining("第 2 版").hasMessageContaining("请用较新的程序");
  }
}

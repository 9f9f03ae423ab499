package cn.jointinspection.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("通知即规格：每一句话都有着落")
class NoticeTest {

  static final Path SPECIFICATION = Path.of("docs/notice.md");

  /** Obligations that wait for a capability. May only fall. */
  private static final int NOT_YET = 13;

  @Test
  @DisplayName("通知第一至六部分的每一句都有编号，已实现的有测试，待实现的写明能力，不属于本系统的写明理由")
  void everySentenceIsAccountedFor() throws IOException {
    Specification specification = Specification.parse(Files.readString(SPECIFICATION));

    assertThat(NoticeText.issued().bodies()).containsOnlyKeys("一", "二", "三", "四", "五", "六");
    assertThat(NoticeCheck.complaints(
        specification, NoticeText.issued(), Claims.ofThisProject(), Places.ofThisProject(), NOT_YET)).isEmpty();
  }
}

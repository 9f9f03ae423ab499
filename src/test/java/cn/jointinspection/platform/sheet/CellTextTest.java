package cn.jointinspection.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("单元格文字作为名称、号码、日期")
class CellTextTest {

  @Test
  @DisplayName("名称收成一行：汉字之间的换行不留空，别处的空白留一个空格，全角标点不动")
  void joinsNames() {
    assertThat(CellText.name("2024年度对\r\n出版物零售单位")).isEqualTo("2024年度对出版物零售单位");
    assertThat(CellText.name("示例（集团）\n  公司　　A\nB座 ")).isEqualTo("示例（集团）公司 A B座");
    assertThat(CellText.name("示\u200B例\uFEFF\u202A公\u00AD司")).isEqualTo("示例公司");
  }

  @Test
  @DisplayName("号码里的全角字母数字变半角，括号不动")
  void narrowsCodes() {
    assertThat(CellText.code(" ９１３５０１００Ｍ０００１００Ｙ４ｘ\u200B")).isEqualTo("91350100M000100Y4x");
    assertThat(CellText.code("示校〔２０２４〕１号（补）")).isEqualTo("示校〔2024〕1号（补）");
    assertThat(CellText.code("５．５％")).isEqualTo("5.5%");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-03-20", "2024/3/20", "2024.03.20", "2024年3月20日", "20240320", "２０２４－０３－２０",
      "２０２４年３月２０日", "2024 年 3 月 20 日", "2024/3/20 0:00", "2024-03-20 00:00:00", "2024\u200B-03-20"})
  @DisplayName("日期的各种写法")
  void readsDates(String text) {
    assertThat(CellText.date(text)).contains(LocalDate.of(2024, 3, 20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-02-30", "2024-1/5", "长期", "", "2024年3月", "45371", "2024-03-20 08:30"})
  @DisplayName("不是日期的不猜")
  void doesNotGuessDates(String text) {
    assertThat(CellText.date(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1.40826E+17, true", "1.4E+14, true", "1e+15, true", "１.４E+14, true", "140826, false", "1E10, false",
      "A1.4E+14, false", "'', false"})
  @DisplayName("带指数的号码丢了数字")
  void tellsLostDigits(String text, boolean lost) {
    assertThat(CellText.hasLostDigits(text)).isEqualTo(lost);
    assertThat(CellText.expectedInsteadOfLostDigits()).contains("重新录入");
  }
}

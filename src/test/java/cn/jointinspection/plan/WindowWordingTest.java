package cn.jointinspection.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("抽查起止时间的写法")
class WindowWordingTest {

  @ParameterizedTest(name = "“{0}”读作{1}月至{2}月")
  @DisplayName("整月的窗口，怎样写都读成起止月份")
  @CsvSource({
      "3月-11月, 3, 11, true", "3月—11月, 3, 11, true", "3月至11月, 3, 11, true", "３月～１１月, 3, 11, true",
      "3月 到 11月, 3, 11, true", "6月, 6, 6, true",
      "3-11月, 3, 11, false", "03月-11月, 3, 11, false", "3月——11月, 3, 11, true", "3月-11, 3, 11, false",
      "2024年3月至11月, 3, 11, false", "2024年3月-2024年11月, 3, 11, false", "2024年3-11月, 3, 11, false",
      "2024.3-2024.11, 3, 11, false", "2024.03-2024.11, 3, 11, false", "2024.3-11, 3, 11, false",
      "2024/3—2024/11, 3, 11, false", "2024-03至2024-11, 3, 11, false", "2024-03-2024-11, 3, 11, false",
      "3月1日-11月30日, 3, 11, false", "2024年3月1日至2024年11月30日, 3, 11, false", "2024-03-01至2024-11-30, 3, 11, false",
      "2024.3.1-2024.11.30, 3, 11, false",
      "202403-202411, 3, 11, false", "20240301-20241130, 3, 11, false",
      "2024-03-01-2024-11-30, 3, 11, false", "三至十一月, 3, 11, false", "2024年1-12月, 1, 12, false", "3.1-11.30, 3, 11, false", "1月1日-2月29日, 1, 2, false",
      "6月1日-30日, 6, 6, false", "3月至11月底, 3, 11, false", "3月初至11月末, 3, 11, false", "3月至年底, 3, 12, false",
      "2024年3月至2024年底, 3, 12, false", "三月至十一月, 3, 11, false", "十月-十二月, 10, 12, false",
      "二〇二四年三月至十一月, 3, 11, false", "自3月起至11月止, 3, 11, false", "3月份-11月份, 3, 11, false",
      "全年, 1, 12, false", "全年度, 1, 12, false", "2024年全年, 1, 12, false", "上半年, 1, 6, false", "下半年, 7, 12, false",
      "第三季度, 7, 9, false", "2024年6月, 6, 6, false", "六月, 6, 6, false"})
  void hasOneMeaning(String text, int from, int to, boolean literal) throws NotAsPrinted {
    Reading<MonthWindow> reading = WindowWording.read(text, 2024);

    assertThat(reading.value()).isEqualTo(new MonthWindow(from, to));
    assertThat(reading.literal()).as("literal").isEqualTo(literal);
    assertThat(reading.words()).isEqualTo(from == to ? from + "月" : from + "月-" + to + "月");
  }

  @ParameterizedTest(name = "“{0}”")
  @DisplayName("没有唯一意思、不是整月、不在计划年度的不猜，说明应怎样写")
  @CsvSource({
      "'', 形如“3月-11月”", "3-11, 形如“3月-11月”", "6, 形如", "2024-3-11, 形如", "2024年3月5日, 形如", "6月底, 形如",
      "3月起, 形如", "待定, 形如", "每季度, 形如", "3月、11月, 形如", "24年3月-11月, 形如", "3月 1 1月, 形如",
      "1 1月-12月, 数字中间不留空格", "3月1日-11, 形如", "年底-12月, 形如",
      "3月5日-11月30日, 整月", "3月1日-11月29日, 整月", "1月1日-2月28日, 整月", "3月底-11月, 整月", "3月-11月初, 整月",
      "2023年3月-11月, 计划年度2024年之内的月份（写的是2023年）", "2024年11月-2025年3月, 写的是2025年",
      "2025年全年, 写的是2025年", "11月-3月, 开始月份不晚于结束月份", "0月-3月, 1月至12月", "3月-13月, 1月至12月"})
  void isRefused(String text, String expected) {
    assertThatExceptionOfType(NotAsPrinted.class).isThrownBy(() -> WindowWording.read(text, 2024))
        .withMessageContaining(expected);
  }

  @Test
  @DisplayName("很长的文字也很快拒绝")
  void refusesLongTexts() {
    assertThatExceptionOfType(NotAsPrinted.class).isThrownBy(() -> WindowWording.read("3-".repeat(16_000), 2024));
  }

  @Test
  @DisplayName("二月的最后一日随计划年度而定")
  void februaryEndsWithTheYear() throws NotAsPrinted {
    assertThat(WindowWording.read("1月1日-2月28日", 2025).value()).isEqualTo(new MonthWindow(1, 2));
    assertThatExceptionOfType(NotAsPrinted.class).isThrownBy(() -> WindowWording.read("1月1日-2月29日", 2025));
  }
}

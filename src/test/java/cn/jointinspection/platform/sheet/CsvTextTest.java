package cn.jointinspection.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.platform.sheet.SheetRefused.NotASpreadsheet;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("读取文本表格（.csv 等）")
class CsvTextTest {

  private static final String CSV = "序号,名称\r\n1,\"示例甲,\"\"乙\"\"\"\r\n\r\n2,　示例丙 \r\n";
  private static final List<Row> ROWS =
      List.of(new Row(1, List.of("序号", "名称")), new Row(2, List.of("1", "示例甲,\"乙\"")), new Row(4, List.of("2", "示例丙")));

  private static List<Row> rows(String text) {
    return Workbooks.rows(text.getBytes(StandardCharsets.UTF_8), "a.csv");
  }

  private static List<String> names(String text) {
    try (SheetFile file = SheetFile.open(text.getBytes(StandardCharsets.UTF_8), "a.csv")) {
      return StreamSupport.stream(file.table(List.of("序号", "名称")).spliterator(), false)
          .map(row -> row.number() + row.text("名称")).toList();
    }
  }

  @ParameterizedTest(name = "{0}，带签名：{1}")
  @CsvSource({"UTF-8, false", "UTF-8, true", "GB18030, false", "UTF-16LE, true", "UTF-16BE, true", "UTF-16LE, false",
      "UTF-16BE, false"})
  @DisplayName("不论什么编码，带不带签名，读出的内容一样，行号与办公软件所示一致")
  void readsEveryEncoding(String charset, boolean marked) {
    byte[] bytes = ((marked ? "\uFEFF" : "") + CSV).getBytes(Charset.forName(charset));

    assertThat(Workbooks.rows(bytes, "名录.CSV")).isEqualTo(ROWS);
    assertThat(Workbooks.rows(bytes, "名录.xlsx")).as("结尾写错").isEqualTo(ROWS);
    assertThat(Workbooks.rows(bytes, "名录.txt")).isEqualTo(ROWS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n", "\r"})
  @DisplayName("三种行尾都认")
  void readsEveryLineEnd(String end) {
    assertThat(rows(CSV.replace("\r\n", end))).isEqualTo(ROWS);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  @DisplayName("分隔符从内容看出，引号里的不算，以能读出表头的为准")
  void findsTheSeparator(String separator) {
    String text = String.join("\n", "标题,有,许,多,逗,号", "说明;也;有;许;多;分;号", "序号" + separator + "名称",
        "1" + separator + "\"甲,乙;丙\t丁\"", "2" + separator + "戊");

    assertThat(names(text)).containsExactly("4甲,乙;丙\t丁", "5戊");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '_', value = {"sep=;_;", "SEP=|_|", "\"sep=,\"_,", "sep=:_:"})
  @DisplayName("第一行写明 sep= 的照它，这一行不算行号")
  void obeysTheSeparatorLine(String line, String separator) {
    for (String end : List.of("\r\n", "\n", "\r")) {
      assertThat(names(line + end + "序号" + separator + "名称" + end + "1" + separator + "甲")).containsExactly("2甲");
    }
  }

  @Test
  @DisplayName("为保住前导零而写的 =\"…\" 和开头的撇号去掉")
  void takesOffTheMarksOfText() {
    assertThat(rows("=\"00123\",'00456,=\"\",'号','甲,00789\t\n").get(0).cells())
        .containsExactly("00123", "00456", "", "'号'", "'甲", "00789");
  }

  @Test
  @DisplayName("看不见的字符去掉：零宽、中间的 BOM、方向符、软连字符、控制字符；换行留作一种")
  void takesOutInvisibleCharacters() {
    assertThat(rows("\u200B示\uFEFF例\u200E公\u00AD司\u2060\u202C,1\u200B23,\"甲\r\n乙\r丙\",\u0007丁\u00A0\n").get(0).cells())
        .containsExactly("示例公司", "123", "甲\n乙\n丙", "丁");
  }

  @Test
  @DisplayName("引号不配对的拒绝，并指明行号；引号里的换行不多算一行")
  void refusesBrokenQuotes() {
    assertThatThrownBy(() -> names("序号,名称\n\"x\"y,z\n")).isInstanceOf(NotASpreadsheet.class)
        .hasMessageContaining("第 2 行");
    assertThatThrownBy(() -> names("序号,名称\n1,\"甲\n\n乙\"\n2,\"丙\n")).isInstanceOf(NotASpreadsheet.class)
        .hasMessageContaining("第 3 行");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \r\n,,\r\n", "\uFEFF", "sep=,\r\n", "\u200B"})
  @DisplayName("没有内容的拒绝")
  void refusesEmpty(String text) {
    assertThatThrownBy(() -> rows(text)).isInstanceOf(NotASpreadsheet.class).hasMessageContaining("没有任何内容");
  }
}

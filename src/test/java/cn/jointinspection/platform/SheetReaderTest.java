package cn.jointinspection.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.platform.Sheet.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("读取上传的表格")
class SheetReaderTest {

  private static final String CSV = "序号,名称\r\n1,\"示例甲,\"\"乙\"\"\"\r\n\r\n2,　示例丙 \r\n";
  private static final List<Row> ROWS =
      List.of(new Row(1, List.of("序号", "名称")), new Row(2, List.of("1", "示例甲,\"乙\"")), new Row(4, List.of("2", "示例丙")));

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  @DisplayName("CSV 不论 UTF-8 还是 GB18030 编码，读出的内容一样，行号与办公软件所示一致")
  void readsEitherEncoding(String charset) {
    assertThat(SheetReader.read(CSV.getBytes(Charset.forName(charset)), "名录.CSV").rows()).isEqualTo(ROWS);
  }

  @Test
  @DisplayName("UTF-8 文件开头的 BOM 不算表头的一部分")
  void ignoresBom() {
    assertThat(SheetReader.read(("\uFEFF" + CSV).getBytes(StandardCharsets.UTF_8), "名录.csv").rows()).isEqualTo(ROWS);
  }

  @Test
  @DisplayName("工作簿里的日期读成年月日，数字不带指数，空行空格不影响行号列号")
  void readsWorkbook() throws IOException {
    // given
    byte[] bytes = workbook(sheet -> {
      sheet.value(0, 0, "标题");
      sheet.value(2, 0, "执法证号");
      sheet.value(2, 2, "有效期");
      sheet.value(3, 0, 14082608005L);
      sheet.value(3, 2, LocalDate.of(2024, 3, 20));
      sheet.style(3, 2).format("yyyy/m/d").set();
      sheet.value(4, 0, 0.5);
    });

    // then
    assertThat(SheetReader.read(bytes, "a.xlsx").rows()).containsExactly(
        new Row(1, List.of("标题")),
        new Row(3, List.of("执法证号", "", "有效期")),
        new Row(4, List.of("14082608005", "", "2024-03-20")),
        new Row(5, List.of("0.5")));
  }

  @Test
  @DisplayName("中文办公软件内置的日期格式也读成年月日")
  void readsChineseBuiltInDates() throws IOException {
    // given a cell in the built-in format 31, whose text (yyyy年m月d日) is not in the file
    byte[] bytes = withEntry(workbook(sheet -> {
      sheet.value(0, 0, LocalDate.of(2024, 3, 20));
      sheet.style(0, 0).format("yyyy/m/d").set();
    }), "xl/styles.xml", styles -> styles.replaceAll("<numFmts.*</numFmts>", "").replaceAll("numFmtId=\"16\\d\"",
        "numFmtId=\"31\""));

    // then
    assertThat(SheetReader.read(bytes, "a.xlsx").rows()).containsExactly(new Row(1, List.of("2024-03-20")));
  }

  @Test
  @DisplayName("表头可以在标题之下，表头中的空格和换行不计")
  void findsHeadsBelowTitle() {
    Sheet sheet = new Sheet(List.of(
        new Row(1, List.of("年度计划")), new Row(2, List.of("序 号", "", "名\n称")), new Row(5, List.of("1"))));

    Sheet.Table table = sheet.table(List.of("名称", "序号"));

    assertThat(table.headRow()).isEqualTo(2);
    assertThat(table.heads()).containsExactly("序号", "名称");
    assertThat(table.rows()).containsExactly(new Sheet.TableRow(5, Map.of("序号", "1", "名称", "")));
    assertThat(table.rows().get(0).text("没有的列")).isEmpty();
  }

  @Test
  @DisplayName("缺列时指明最接近表头的那一行和所缺的列")
  void namesMissingHeads() {
    Sheet sheet = new Sheet(List.of(new Row(1, List.of("年度计划")), new Row(3, List.of("序号", "地址"))));

    assertThatThrownBy(() -> sheet.table(List.of("序号", "名称", "地址")))
        .isInstanceOf(ColumnHeadsMissing.class)
        .hasMessageContaining("第 3 行").hasMessageContaining("缺少列：名称。");
  }

  @Test
  @DisplayName("两列同名时拒绝，不猜用哪一列")
  void refusesHeadTwice() {
    Sheet sheet = new Sheet(List.of(new Row(1, List.of("序号", "名称", "名称"))));

    assertThatThrownBy(() -> sheet.table(List.of("序号"))).isInstanceOf(ColumnHeadTwice.class).hasMessageContaining("名称");
  }

  @ParameterizedTest
  @ValueSource(strings = {"名录.xls", "名录.pdf", "名录"})
  @DisplayName("其他格式的文件拒绝，并说明应存成什么格式")
  void refusesOtherEndings(String fileName) {
    assertThatThrownBy(() -> SheetReader.read(CSV.getBytes(StandardCharsets.UTF_8), fileName))
        .isInstanceOf(NotASpreadsheet.class).hasMessageContaining(fileName).hasMessageContaining("另存为 .xlsx");
  }

  @Test
  @DisplayName("名为工作簿而内容不是的文件拒绝")
  void refusesFalseWorkbook() {
    assertThatThrownBy(() -> SheetReader.read(CSV.getBytes(StandardCharsets.UTF_8), "a.xlsx"))
        .isInstanceOf(NotASpreadsheet.class).hasMessageContaining("不是 .xlsx");
  }

  @Test
  @DisplayName("截断的工作簿拒绝")
  void refusesTruncatedWorkbook() throws IOException {
    byte[] bytes = workbook(sheet -> sheet.value(0, 0, "序号"));

    assertThatThrownBy(() -> SheetReader.read(Arrays.copyOf(bytes, bytes.length / 2), "a.xlsx"))
        .isInstanceOf(NotASpreadsheet.class).hasMessageContaining("损坏");
  }

  @Test
  @DisplayName("解压后大得出奇的工作簿在读入之前就拒绝")
  void refusesZipBomb() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] megabyte = new byte[1 << 20];
      for (int i = 0; i < 513; i++) {
        zip.write(megabyte);
      }
    }

    assertThatThrownBy(() -> SheetReader.read(out.toByteArray(), "a.xlsx"))
        .isInstanceOf(NotASpreadsheet.class).hasMessageContaining("512 MB");
  }

  @Test
  @DisplayName("名为 CSV 而内容是二进制的文件拒绝")
  void refusesBinaryCsv() {
    assertThatThrownBy(() -> SheetReader.read(new byte[] {'a', 0, 'b'}, "a.csv"))
        .isInstanceOf(NotASpreadsheet.class).hasMessageContaining("编码");
  }

  @Test
  @DisplayName("没有内容的文件拒绝")
  void refusesEmpty() {
    assertThatThrownBy(() -> SheetReader.read(" \r\n,,\r\n".getBytes(StandardCharsets.UTF_8), "a.csv"))
        .isInstanceOf(NotASpreadsheet.class).hasMessageContaining("没有任何内容");
  }

  @Test
  @DisplayName("引号不配对的 CSV 拒绝，并指明行号")
  void refusesBrokenQuotes() {
    assertThatThrownBy(() -> SheetReader.read("a,b\n\"x\"y,z\n".getBytes(StandardCharsets.UTF_8), "a.csv"))
        .isInstanceOf(NotASpreadsheet.class).hasMessageContaining("第 2 行");
  }

  private static byte[] withEntry(byte[] workbook, String name, UnaryOperator<String> change) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile in = ZipFile.builder().setByteArray(workbook).get(); ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        byte[] content = in.getInputStream(entry).readAllBytes();
        zip.write(entry.getName().equals(name)
            ? change.apply(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8) : content);
      }
    }
    return out.toByteArray();
  }

  private static byte[] workbook(Consumer<Worksheet> content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      content.accept(workbook.newWorksheet("表1"));
    }
    return out.toByteArray();
  }
}

package cn.jointinspection.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.platform.sheet.SheetRefused.ColumnHeadTwice;
import cn.jointinspection.platform.sheet.SheetRefused.ColumnHeadsMissing;
import cn.jointinspection.platform.sheet.SheetRefused.TwoSheetsWithTheTable;
import cn.jointinspection.platform.sheet.SheetRefused.UnreadableCell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("读取上传的表格：找到表，逐行读出")
class SheetFileTest {

  private static final String HEADS = Workbooks.texts("序号", "名称");
  private static final List<String> TABLE = List.of("序号", "名称");

  private static List<String> names(byte[] file) {
    try (SheetFile sheets = SheetFile.open(file, "名录.xlsx")) {
      return StreamSupport.stream(sheets.table(TABLE).spliterator(), false)
          .map(row -> row.number() + row.text("名称")).toList();
    }
  }

  @Test
  @DisplayName("工作簿里的日期读成年月日，数字不带指数，空行空格不影响行号列号，从文件读与从内存读一样")
  void readsWorkbook(@TempDir Path folder) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("表1");
      sheet.value(0, 0, "标题");
      sheet.value(2, 0, "执法证号");
      sheet.value(2, 2, "有效期");
      sheet.value(3, 0, 14082608005L);
      sheet.value(3, 2, LocalDate.of(2024, 3, 20));
      sheet.style(3, 2).format("yyyy/m/d").set();
      sheet.value(4, 0, 0.5);
    }
    Path file = Files.write(folder.resolve("a.xlsx"), out.toByteArray());
    List<Row> rows = List.of(new Row(1, List.of("标题")), new Row(3, List.of("执法证号", "", "有效期")),
        new Row(4, List.of("14082608005", "", "2024-03-20")), new Row(5, List.of("0.5")));

    assertThat(Workbooks.rows(out.toByteArray())).isEqualTo(rows);
    try (SheetFile sheets = SheetFile.open(file, "a.xlsx")) {
      assertThat(sheets.rows(row -> true)).containsExactlyElementsOf(rows);
      assertThat(sheets.rows(row -> true)).as("再读一遍").containsExactlyElementsOf(rows);
    }
  }

  @Test
  @DisplayName("表在哪一张看得见的工作表都找得到，隐藏和深度隐藏的不算")
  void findsTheSheet() {
    byte[] file = new Workbooks().sheet("填报说明", Workbooks.texts("请如实填写"))
        .sheet("旧", "hidden", HEADS + Workbooks.texts("1", "旧"), "").chartSheet("图")
        .sheet("更旧", "veryHidden", HEADS + Workbooks.texts("1", "更旧"), "")
        .sheet("名录", Workbooks.texts("标题") + HEADS + Workbooks.texts("1", "示例")).sheet("空", "").bytes();

    assertThat(names(file)).containsExactly("3示例");
  }

  @Test
  @DisplayName(".xls 里表在第二张工作表也找得到，隐藏的不算")
  void findsTheSheetOfBinaryWorkbooks() {
    byte[] file = Workbooks.xls(workbook -> {
      table(workbook, "旧", "旧");
      table(workbook, "更旧", "更旧");
      table(workbook, "名录", "示例");
      workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
      workbook.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
    });

    assertThat(names(file)).containsExactly("2示例");
  }

  private static void table(HSSFWorkbook workbook, String sheetName, String name) {
    var sheet = workbook.createSheet(sheetName);
    sheet.createRow(0).createCell(0).setCellValue("序号");
    sheet.getRow(0).createCell(1).setCellValue("名称");
    sheet.createRow(1).createCell(0).setCellValue(1);
    sheet.getRow(1).createCell(1).setCellValue(name);
  }

  @Test
  @DisplayName("两张看得见的工作表都有表头时拒绝，写明是哪两张")
  void refusesTwoTables() {
    byte[] file = new Workbooks().sheet("2023年", HEADS).sheet("说明", "").sheet("2024年", HEADS).bytes();

    assertThatThrownBy(() -> names(file)).isInstanceOf(TwoSheetsWithTheTable.class)
        .hasMessageContaining("“2023年”").hasMessageContaining("“2024年”").hasMessageContaining("隐藏");
  }

  @Test
  @DisplayName("表头可以在标题之下，空格、换行、全角半角都不计")
  void findsHeadsBelowTitle() {
    byte[] file = Workbooks.xlsx(Workbooks.texts("附件") + Workbooks.texts("年度计划")
        + Workbooks.texts("序 号", "", "名\n　称（简）") + "<row r=\"6\">" + Workbooks.cell("1") + "</row>");

    try (SheetFile sheets = SheetFile.open(file, "a.xlsx")) {
      Table table = sheets.table(List.of("名称(简)", "序号"));
      assertThat(table.headRow()).isEqualTo(3);
      assertThat(table.has("地址")).isFalse();
      assertThat(table).singleElement().satisfies(row -> {
        assertThat(row.number()).isEqualTo(6);
        assertThat(row.text("序号")).isEqualTo("1");
        assertThat(row.text("名称（简）")).isEmpty();
        assertThat(row.text("没有的列")).isEmpty();
      });
    }
  }

  @Test
  @DisplayName("几种表头都认的，读到哪种算哪种")
  void takesEitherListOfHeads() {
    try (SheetFile sheets = SheetFile.open("date,kind\n1,2\n".getBytes(StandardCharsets.UTF_8), "a.csv")) {
      assertThat(sheets.tableWithAny(List.of(List.of("日期"), List.of("date", "kind"))).has("kind")).isTrue();
    }
  }

  @Test
  @DisplayName("缺列时指明工作表、最接近表头的那一行和所缺的列")
  void namesMissingHeads() {
    byte[] one = Workbooks.xlsx(Workbooks.texts("年度计划") + "<row/>" + Workbooks.texts("序号", "地址"));
    byte[] two = new Workbooks().sheet("说明", Workbooks.texts("x")).sheet("名录", Workbooks.texts("序号")).bytes();

    assertThatThrownBy(() -> names(one)).isInstanceOf(ColumnHeadsMissing.class)
        .hasMessageStartingWith("第 3 行").hasMessageContaining("缺少列：名称。");
    assertThatThrownBy(() -> names(two)).hasMessageStartingWith("工作表“名录”第 1 行").hasMessageContaining("缺少列：名称。");
  }

  @Test
  @DisplayName("两列同名时拒绝，不猜用哪一列")
  void refusesHeadTwice() {
    assertThatThrownBy(() -> names(Workbooks.xlsx(Workbooks.texts("序号", "名称", "名 称"))))
        .isInstanceOf(ColumnHeadTwice.class).hasMessageContaining("名 称").hasMessageContaining("第 1 行");
  }

  @Test
  @DisplayName("值不在文件里的单元格，不先问就取用时拒绝")
  void refusesUnreadableCells() {
    byte[] file = Workbooks.xlsx(HEADS + Workbooks.row(Workbooks.cell("1"), "<c t=\"e\"><v>#N/A</v></c>"));

    try (SheetFile sheets = SheetFile.open(file, "a.xlsx")) {
      TableRow row = sheets.table(TABLE).iterator().next();
      assertThat(row.problems(TABLE)).containsOnlyKeys("名称");
      assertThat(row.problems(List.of("序号"))).isEqualTo(Map.of());
      assertThatThrownBy(() -> row.text("名称")).isInstanceOf(UnreadableCell.class)
          .hasMessageContaining("工作表“表1”第 2 行 B 列").hasMessageContaining("#N/A").hasMessageContaining("改正");
    }
  }

  @Test
  @DisplayName("表下的说明、落款照样逐行交出")
  void handsOverNotes() {
    assertThat(names(Workbooks.xlsx(HEADS + Workbooks.texts("1", "示例") + "<row/>" + Workbooks.texts("填表人：示例"))))
        .containsExactly("2示例", "4");
  }

  @Test
  @DisplayName("严格 OOXML 的工作簿一样读")
  void readsStrictFiles() {
    byte[] file = new Workbooks().since1904().formats("14").shared("<t>序号</t>", "<t>名称</t>").sheet("表1", "visible",
        "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row><row hidden=\"true\"><c s=\"1\"><v>43909</v></c>"
            + Workbooks.cell("甲") + "</row><row>" + Workbooks.cell("2") + "</row>", Workbooks.merged("B2:B3")).strict();

    assertThat(names(file)).containsExactly("2甲", "3甲");
    assertThat(Workbooks.texts(file).get(1).get(0)).isEqualTo("2024-03-20");
  }

  @Test
  @DisplayName("各种软件的写法：绝对路径、反斜杠、大小写、次序与编号不同、没有行号列号、样式缺失、范围写错、有前缀")
  void readsWhatOtherProgramsWrite() {
    byte[] file = new Workbooks()
        .sheet("后", "visible", "/xl/worksheets/sheet9.xml", "XL\\worksheets\\Sheet9.xml", HEADS + "<row r=\"7\">"
            + "<c s=\"99\"><v>1</v></c>" + Workbooks.cell("示例") + "</row>" + Workbooks.texts("2", "甲"), "")
        .sheet("前", "visible", "worksheets/%E8%A1%A8 1.xml", "xl/worksheets/表 1.xml", Workbooks.texts("说明"), "")
        .part("XL\\worksheets\\Sheet9.xml", xml -> xml.replace("<sheetData>", "<dimension ref=\"A1\"/><sheetData>"))
        .part("xl/worksheets/表 1.xml", xml -> xml.replace("<", "<x:").replace("<x:/", "</x:")
            .replace("xmlns=", "xmlns:x="))
        .part("_rels/.rels", rels -> rels.replace("\"xl/", "\"/xl/")).bytes();

    assertThat(names(file)).containsExactly("7示例", "8甲");
  }

  @Test
  @DisplayName("没有写明主文档的工作簿，在惯常的地方找")
  void findsTheWorkbook() {
    byte[] file = new Workbooks().sheet("表1", HEADS + Workbooks.texts("1", "示例"))
        .part("_rels/.rels", rels -> "<Relationships/>").bytes();

    assertThat(names(file)).containsExactly("2示例");
  }

  @Test
  @DisplayName("单元格和行可以不挨着：A 列之外的列号、跳过的行号照写的算")
  void readsGaps() {
    assertThat(Workbooks.rows(Workbooks.xlsx("<row r=\"3\"><c r=\"C3\" t=\"inlineStr\"><is><t>丙</t></is></c>"
        + Workbooks.cell("丁") + "<c r=\"AB3\"><v>1</v></c></row>")).get(0)).satisfies(row -> {
          assertThat(row.number()).isEqualTo(3);
          assertThat(row.text(2) + row.text(3) + row.text(27)).isEqualTo("丙丁1");
        });
  }
}

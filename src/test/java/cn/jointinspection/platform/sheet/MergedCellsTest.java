package cn.jointinspection.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("合并单元格的值，它盖住的每一格都有")
class MergedCellsTest {

  private static final String ROWS = Workbooks.texts("部门", "姓名", "电话", "") + Workbooks.texts("甲局", "示例一", "1", "")
      + Workbooks.texts("", "示例二", "2", "旧值") + Workbooks.texts("块", "", "", "末");

  private static byte[] merged(String rows, String... references) {
    return new Workbooks().sheet("表1", "visible", rows, Workbooks.merged(references)).bytes();
  }

  @Test
  @DisplayName("竖向、横向、成块的都算，合并信息写在数据之后也一样")
  void spreadsValues() {
    byte[] file = merged(ROWS, "A2:A3", "C1:D1", "C2:D3", "A4:C4");

    assertThat(Workbooks.texts(file)).containsExactly(
        List.of("部门", "姓名", "电话", "电话"), List.of("甲局", "示例一", "1", "1"), List.of("甲局", "示例二", "1", "1"),
        List.of("块", "块", "块", "末"));
    Row third = Workbooks.rows(file).get(2);
    assertThat(third.fromAbove()).isEqualTo(Set.of(0, 2, 3));
    assertThat(third.fromLeft()).isEqualTo(Set.of(3));
    assertThat(third.ownCells()).isEqualTo(1);
  }

  @Test
  @DisplayName(".xls 里的合并单元格一样")
  void spreadsValuesOfBinaryWorkbooks() {
    byte[] file = Workbooks.xls(workbook -> {
      var sheet = workbook.getSheetAt(0);
      for (int r = 0; r < 3; r++) {
        sheet.createRow(r).createCell(0).setCellValue("行" + r);
        sheet.getRow(r).createCell(2).setCellValue(r);
      }
      sheet.addMergedRegion(new CellRangeAddress(0, 2, 2, 3));
      sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, 1));
      sheet.getRow(1).setZeroHeight(true);
      sheet.getRow(0).createCell(3).setCellValue("盖住的");
    });

    assertThat(Workbooks.texts(file)).containsExactly(
        List.of("行0", "", "0", "0"), List.of("行1", "行1", "0", "0"), List.of("行2", "", "0", "0"));
    assertThat(Workbooks.rows(file)).extracting(Row::hidden).containsExactly(false, true, false);
  }

  @Test
  @DisplayName("除了上面合并下来的值什么也没有的行不是一行，一条记录占两行高时只算一条")
  void leavesOutRowsWithoutOwnCells() {
    byte[] file = merged(Workbooks.texts("甲", "乙") + "<row r=\"2\"/>" + Workbooks.texts("丙", "丁"), "A1:A2", "B1:B2");

    assertThat(Workbooks.rows(file)).extracting(Row::number).containsExactly(1, 3);
  }

  @Test
  @DisplayName("合并横跨全表的标题、注释看得出只是一句话")
  void tellsNotes() {
    Row title = Workbooks.rows(merged(Workbooks.texts("注：示例") + Workbooks.texts("a", "b"), "A1:XFD1")).get(0);

    assertThat(title.cells()).containsExactly("注：示例", "注：示例");
    assertThat(title.isOneText()).isTrue();
    assertThat(Workbooks.rows(merged(ROWS, "A2:A3")).get(2).isOneText()).isFalse();
  }

  @Test
  @DisplayName("隐藏行里的合并值照样延续，隐藏的行读入并说明")
  void readsHiddenRows() {
    byte[] file = merged(Workbooks.texts("部门", "姓名") + "<row hidden=\"1\">" + Workbooks.cell("甲局") + Workbooks.cell("一")
        + "</row>" + Workbooks.row("<c r=\"B3\" t=\"inlineStr\"><is><t>二</t></is></c>") + "<row hidden=\"true\">"
        + Workbooks.cell("乙局") + Workbooks.cell("三") + "</row>", "A2:A3");

    try (SheetFile sheets = SheetFile.open(file, "a.xlsx")) {
      Table table = sheets.table(List.of("部门", "姓名"));
      List<TableRow> rows = StreamSupport.stream(table.spliterator(), false).toList();
      assertThat(rows).extracting(row -> row.text("部门") + row.text("姓名")).containsExactly("甲局一", "甲局二", "乙局三");
      assertThat(rows).extracting(TableRow::hidden).containsExactly(true, false, true);
      assertThat(table.hiddenRows()).isEqualTo("第 2、4 行");
    }
  }

  @Test
  @DisplayName("出错的公式合并之后，盖住的每一格都是出错")
  void spreadsProblems() {
    Row row = Workbooks.rows(merged(
        Workbooks.row(Workbooks.cell("甲"), "<c t=\"e\"><v>#REF!</v></c>", Workbooks.cell("被盖住")), "B1:C1")).get(0);

    assertThat(row.cells()).containsExactly("甲", "#REF!", "#REF!");
    assertThat(row.problems()).containsOnlyKeys(1, 2);
  }

  @Test
  @DisplayName("两行的表头：上下合并的、上面横跨几列下面分开的，都认得")
  void readsHeadsInTwoRows() {
    byte[] file = merged(Workbooks.texts("名录", "", "", "", "") + Workbooks.texts("序号", "检查对象", "", "联系人", "")
        + Workbooks.texts("", "名称", "代码", "姓名", "电话") + Workbooks.texts("1", "示例公司", "X1", "示例甲", "2"),
        "A1:E1", "A2:A3", "B2:C2", "D2:E2");

    try (SheetFile sheets = SheetFile.open(file, "a.xlsx")) {
      Table table = sheets.table(List.of("序号", "检查对象名称", "检查对象代码", "电话"));
      assertThat(table.headRow()).isEqualTo(3);
      assertThat(table).singleElement().satisfies(row -> {
        assertThat(row.number()).isEqualTo(4);
        assertThat(row.text("检查对象名称")).isEqualTo("示例公司");
        assertThat(row.text("电话")).isEqualTo("2");
      });
    }
  }

  @Test
  @DisplayName("表头一行已全，下一行只是合并的延续和不要的细目，不当作数据")
  void skipsTheSecondLineOfHeads() {
    byte[] file = merged(Workbooks.texts("序号", "名称", "联系", "") + Workbooks.texts("", "", "人", "电话")
        + Workbooks.texts("1", "示例", "甲", "2"), "A1:A2", "B1:B2", "C1:D1");

    try (SheetFile sheets = SheetFile.open(file, "a.xlsx")) {
      assertThat(sheets.table(List.of("序号", "名称"))).extracting(TableRow::number).containsExactly(3);
    }
  }

  @Test
  @DisplayName("一个表头横跨两列：两列一样的是一个值，不一样的都在")
  void readsOneHeadOverTwoColumns() {
    byte[] file = merged(Workbooks.texts("序号", "配合部门", "") + Workbooks.texts("1", "甲局", "")
        + Workbooks.texts("2", "甲局", "乙局"), "B1:C1", "B2:C2");

    try (SheetFile sheets = SheetFile.open(file, "a.xlsx")) {
      assertThat(sheets.table(List.of("序号", "配合部门"))).extracting(row -> row.text("配合部门"))
          .containsExactly("甲局", "甲局\n乙局");
    }
  }

  @Test
  @DisplayName("合并信息多得不可能是人做的、或写错的，整份拒绝")
  void refusesSenselessMerges() {
    byte[] wrong = merged(Workbooks.texts("a"), "A1:?");
    byte[] beyond = merged(Workbooks.texts("a"), "A1:XFE1");

    assertThatThrownBy(() -> Workbooks.rows(wrong)).hasMessageContaining("损坏");
    assertThatThrownBy(() -> Workbooks.rows(beyond)).hasMessageContaining("损坏");
  }
}

package cn.jointinspection.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.jointinspection.plan.PlanRefused.PlanFileRefused;
import cn.jointinspection.platform.sheet.Row;
import cn.jointinspection.platform.sheet.SheetFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("各部门交来的计划文件，照打开时看到的读")
class PlanCasesTest {

  private static final PlanRows PLAN = PlanFiles.read(PlanFiles.plan2024());

  private static byte[] file(String name) throws IOException {
    try (InputStream in = PlanCasesTest.class.getResourceAsStream("/cases/plan/" + name)) {
      return in.readAllBytes();
    }
  }

  private static PlanRows plan(String name) throws IOException {
    return PlanFileReader.read(PlanFiles.file(name, file(name)), PlanFiles.departments());
  }

  private static List<PlanRow> printed(int rows) {
    return PLAN.rows().subList(0, rows);
  }

  @Test
  @DisplayName("02b：发起、配合部门竖向合并三行，每行都有")
  void readsVerticalMerges() throws IOException {
    assertThat(plan("02b-vertical-merge-lead.xlsx").rows()).hasSize(3).allSatisfy(row -> {
      assertThat(row.leadDepartment()).isEqualTo("xcb");
      assertThat(row.cooperating()).containsExactly("wlj");
    });
  }

  @Test
  @DisplayName("03：第一张工作表是填报说明，表在第二张")
  void findsTheSheet() throws IOException {
    assertThat(plan("03-instructions-first-sheet.xlsx").rows()).isEqualTo(printed(5));
  }

  @Test
  @DisplayName("06：抽查比例是显示为 30% 的数字，读出的是 30%，每年一次")
  void readsPercent() throws IOException {
    assertThat(plan("06-percent-number.xlsx").rows()).isNotEmpty().allSatisfy(row -> {
      assertThat(row.ratio().basisPoints()).isEqualTo(3000);
      assertThat(row.ratio().timesPerYear()).isEqualTo(1);
    });
    assertThat(rows("06-percent-number.xlsx").stream().skip(1)).extracting(row -> row.text(5)).containsOnly("30%");
  }

  @Test
  @DisplayName("10：表下的填表人、注释逐行交出，看得出不是任务")
  void handsOverNotes() throws IOException {
    List<Row> rows = rows("10-notes-below.xlsx");

    assertThat(rows).hasSize(8);
    assertThat(rows.get(6)).isEqualTo(new Row(8, List.of("填表人：示例", "", "", "联系电话：0359-0000000")));
    assertThat(rows.get(7).isOneText()).isTrue();
  }

  @Test
  @DisplayName("16：_x000D_ 是换行的写法，不进任务名称；零宽字符、行末空格也不进")
  void decodesEscapes() throws IOException {
    // The texts beside the readings keep the broken line.
    assertThat(plan("16-carriage-return-escape.xlsx").rows()).usingRecursiveComparison().ignoringFields("cells")
        .isEqualTo(printed(5));
  }

  @Test
  @DisplayName("21：Excel 的“Unicode 文本”（UTF-16，制表符分隔）")
  void readsUnicodeText() throws IOException {
    assertThat(plan("21-utf16le-tab.csv").rows()).isEqualTo(printed(plan("21-utf16le-tab.csv").rows().size()));
  }

  @Test
  @DisplayName("出错的公式指明序号、列、现值和单元格")
  void namesUnreadableCells() {
    List<List<String>> table = PlanFiles.oneRow();
    byte[] file = PlanFiles.xlsWithError(table, 1, 8);

    assertThat(catchThrowableOfType(PlanFileRefused.class, () -> PlanFiles.read(file)).problems()).singleElement()
        .satisfies(problem -> {
          assertThat(problem.column()).isEqualTo("发起部门");
          assertThat(problem.rowNo()).isEqualTo("1");
          assertThat(problem.found()).isEqualTo("#DIV/0!");
          assertThat(problem.expected()).contains("公式", "工作表“计划”第 2 行 I 列");
        });
  }

  private static List<Row> rows(String name) throws IOException {
    try (SheetFile sheets = SheetFile.open(file(name), name)) {
      return StreamSupport.stream(sheets.rows(row -> row.text(1).equals("序号")).spliterator(), false).toList();
    }
  }
}

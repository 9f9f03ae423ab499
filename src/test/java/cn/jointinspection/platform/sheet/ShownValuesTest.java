package cn.jointinspection.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("单元格读出的是人在表格软件里看到的")
class ShownValuesTest {

  /** Days since 1899-12-30. */
  private static final String DAY_2024_3_20 = "45371";

  private static Row xlsx(String stored, String format) {
    return Workbooks.rows(new Workbooks().formats(format)
        .sheet("表1", "<row>" + Workbooks.cell("首") + "<c s=\"1\"><v>" + stored + "</v></c></row>").bytes()).get(0);
  }

  private static String seen(Row row) {
    return row.text(1);
  }

  private static Row xls(String stored, String format) {
    return Workbooks.rows(Workbooks.xls(workbook -> {
      HSSFCellStyle style = workbook.createCellStyle();
      style.setDataFormat(format.matches("[1-9]\\d?") ? Short.parseShort(format)
          : workbook.createDataFormat().getFormat(format));
      HSSFCell cell = workbook.getSheetAt(0).createRow(0).createCell(1);
      cell.getRow().createCell(0).setCellValue("首");
      cell.setCellValue(Double.parseDouble(stored));
      cell.setCellStyle(style);
    })).get(0);
  }

  @ParameterizedTest(name = "{0} 按 {1} 显示为 {2}")
  @DisplayName("百分比、前导零、小数位照显示的样子，长号码没有指数和千分位")
  @CsvSource(delimiter = '|', value = {
      "0.3 | 9 | 30%", "0.3 | 0% | 30%", "0.125 | 10 | 12.50%", "0.125 | 0.0% | 12.5%", "0.285 | 0% | 29%",
      "0.07 | 0%;[Red]-0% | 7%", "1 | 0% | 100%", "0.0005 | 0.00% | 0.05%",
      "123 | 000000 | 000123", "5 | 00 | 05", "140826001 | 000000000000 | 000140826001",
      "140826199001 | General | 140826199001", "140826199001011 | 0 | 140826199001011",
      "1.40826199001011E+14 | General | 140826199001011", "140826199001011 | 11 | 140826199001011",
      "14082608005 | 0.00E+00 | 14082608005", "14082608005 | #,##0 | 14082608005", "14082608005 | '0_ ' | 14082608005",
      "14082608005 | '0_);[Red]\\(0\\)' | 14082608005",
      "1234.5 | '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ' | 1234.50",
      "999999999999999 | General | 999999999999999", "0.30000000000000004 | General | 0.3", "0.5 | General | 0.5",
      "-2.50 | General | -2.5", "0 | General | 0", "12.5 | 0 | 13", "1.005 | 0.00 | 1.01", "7 | @ | 7",
      "7 | G/通用格式 | 7", "7 | 'G/通用格式\"号\"' | 7号", "3 | 'General\"次/年\"' | 3次/年",
      "3 | '\"共\"G/通用格式\\天;[Red]-G/通用格式' | 共3天", "0.5 | ';;;' | ''",
      "5 | '[DBNum1][$-804]G/通用格式' | 5", "3 | '0\"次/年\"' | 3次/年", "8 | '\"第\"000\"号\"' | 第008号",
      "0.3 | '\"抽查比例\"0%\"；1次/年\"' | 抽查比例30%；1次/年", "0.5 | '# ?/?' | 1/2", "1.0625 | [h]:mm:ss | 25:30:00",
      "99 | [$-804]General | 99"})
  void readsNumbers(String stored, String format, String shown) {
    assertThat(seen(xlsx(stored, format))).isEqualTo(shown);
    assertThat(seen(xls(stored, format))).isEqualTo(shown);
  }

  @ParameterizedTest(name = "格式 {0}")
  @DisplayName("不论哪种日期格式，都读成年月日")
  @ValueSource(strings = {
      "14", "15", "16", "17", "27", "28", "29", "30", "31", "36", "50", "51", "52", "53", "54", "57", "58",
      "yyyy\"年\"m\"月\"d\"日\"", "yyyy\"年\"m\"月\"d\"日\";@", "[$-804]yyyy\"年\"m\"月\"d\"日\"", "[$-F800]dddd, mmmm dd, yyyy",
      "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", "m/d/yy", "yyyy/m/d;@", "yyyy-mm-dd", "yyyy.mm.dd", "yyyymmdd",
      "yyyy\\-mm\\-dd", "[Blue]d-mmm-yy", "mmm-yy", "m\"月\"d\"日\"", "yyyy年m月d日", "[$-804]aaaa;@", "e/m/d"})
  void readsDates(String format) {
    assertThat(seen(xlsx(DAY_2024_3_20, format))).isEqualTo("2024-03-20");
    assertThat(seen(xls(DAY_2024_3_20, format))).isEqualTo("2024-03-20");
  }

  @ParameterizedTest(name = "{0} 按 {1} 读成 {2}")
  @DisplayName("有时刻的读出时刻，只显示日期的不带时刻")
  @CsvSource({
      "45371.354166666664, 22, 2024-03-20 08:30", "45371.354166666664, yyyy/m/d h:mm, 2024-03-20 08:30",
      "45371.35434027778, yyyy-mm-dd hh:mm:ss, 2024-03-20 08:30:15", "45371, yyyy/m/d h:mm, 2024-03-20",
      "45371.354166666664, 14, 2024-03-20", "0.354166666666667, 18, 08:30", "0.354166666666667, 19, 08:30",
      "0.354166666666667, 20, 08:30", "0.354166666666667, 21, 08:30", "0.354166666666667, 32, 08:30",
      "0.354166666666667, 33, 08:30", "0.354166666666667, 34, 08:30", "0.854166666666667, 55, 20:30",
      "0.354166666666667, 56, 08:30", "0.854166666666667, 上午/下午h\"时\"mm\"分\", 20:30",
      "45371.854166666664, yyyy/m/d AM/PM h:mm, 2024-03-20 20:30", "0.00011574074, 45, 00:00:10"})
  void readsTimes(String stored, String format, String shown) {
    assertThat(seen(xlsx(stored, format))).isEqualTo(shown);
    assertThat(seen(xls(stored, format))).isEqualTo(shown);
  }

  @Test
  @DisplayName("1904 年日期系统的工作簿读出同一天")
  void readsDatesSince1904() {
    byte[] file = new Workbooks().since1904().formats("14")
        .sheet("表1", "<row><c s=\"1\"><v>43909</v></c></row>").bytes();

    assertThat(Workbooks.texts(file)).containsExactly(List.of("2024-03-20"));
  }

  @Test
  @DisplayName("1904 年日期系统的 .xls 也读出同一天")
  void readsBinaryDatesSince1904() {
    byte[] file = Workbooks.xls(workbook -> {
      workbook.getInternalWorkbook().getRecords().stream()
          .filter(DateWindow1904Record.class::isInstance).map(DateWindow1904Record.class::cast)
          .forEach(window -> window.setWindowing((short) 1));
      HSSFCellStyle style = workbook.createCellStyle();
      style.setDataFormat((short) 14);
      HSSFCell cell = workbook.getSheetAt(0).createRow(0).createCell(0);
      cell.setCellValue(43909);
      cell.setCellStyle(style);
    });

    assertThat(Workbooks.texts(file)).containsExactly(List.of("2024-03-20"));
  }

  @ParameterizedTest(name = "{0}，格式 {1}")
  @DisplayName("超过 15 位的数字已经丢失，指明工作表、行、列和补救办法")
  @CsvSource({"140826199001011000, General", "1.40826199001011E+17, 0", "1E+20, 0.00E+00",
      "1000000000000000, 000000000000000000", "140826199001011234, @"})
  void refusesLostDigits(String stored, String format) {
    for (Row row : List.of(xlsx(stored, format), xls(stored, format))) {
      assertThat(row.problems()).containsOnlyKeys(1);
      assertThat(row.problems().get(1).place()).isEqualTo("工作表“表1”第 1 行 B 列");
      assertThat(row.problems().get(1).found()).matches("1\\d{15,20}");
      assertThat(row.problems().get(1).expected()).contains("15 位", "文本格式", "重新录入");
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 14", "3000000, 14"})
  @DisplayName("不是日期的日期（显示为 ####）要指出")
  void refusesWhatIsNoDate(String stored, String format) {
    assertThat(xlsx(stored, format).problems().get(1).expected()).contains("####");
    assertThat(xls(stored, format).problems().get(1).expected()).contains("####");
  }

  @Test
  @DisplayName("指向空单元格的日期公式读成不存在的日子，不当作 1899 年")
  void readsDayZero() {
    assertThat(seen(xlsx("0", "14"))).isEqualTo("1900-01-00");
  }

  @ParameterizedTest(name = "{0} 按 {1} 显示为 {2}")
  @CsvSource(delimiter = '|', value = {"公安 | '@\"局\"' | 公安局", "公安 | '0;0;0;\"县\"@\"局\"' | 县公安局", "公安 | @ | 公安",
      "公安 | '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ' | 公安", "公安 | 0.00 | 公安", "公安 | '0\"次\"' | 公安",
      "公安 | 14 | 公安", "公安 | ';;;' | ''"})
  @DisplayName("文字在格式里加的字也看得见")
  void readsTextsInFormats(String stored, String format, String shown) {
    byte[] xlsx = new Workbooks().formats(format).sheet("表1", "<row><c s=\"1\" t=\"str\"><v>" + stored + "</v></c>"
        + Workbooks.cell("末") + "</row>").bytes();
    byte[] xls = Workbooks.xls(workbook -> {
      HSSFCellStyle style = workbook.createCellStyle();
      style.setDataFormat(format.equals("14") ? 14 : workbook.createDataFormat().getFormat(format));
      HSSFCell cell = workbook.getSheetAt(0).createRow(0).createCell(0);
      cell.setCellValue(stored);
      cell.setCellStyle(style);
      cell.getRow().createCell(1).setCellValue("末");
    });

    assertThat(Workbooks.texts(xlsx)).containsExactly(List.of(shown, "末"));
    assertThat(Workbooks.texts(xls)).containsExactly(List.of(shown, "末"));
  }

  @Test
  @DisplayName("转义、富文本、拼音、公式结果、逻辑值、内嵌文字都读成所见的文字")
  void readsTexts() {
    byte[] file = new Workbooks().shared(
        "<t>甲_x000D_\n乙</t>", "<t>_x005F_x000D_</t>", "<r><rPr><b/></rPr><t>示例</t></r>\n<r><t>公司</t></r>",
        "<t>漢字</t><rPh sb=\"0\" eb=\"1\"><t>カンジ</t></rPh><phoneticPr fontId=\"1\"/>", "<t>_xD83D__xDE00_</t>",
        "<t/>", "<t xml:space=\"preserve\">　前后 </t>").sheet("表1", Workbooks.row(
            shared(0), shared(1), shared(2), shared(3), shared(4), shared(5), shared(6),
            "<c t=\"inlineStr\"><is><r><t>内</t></r><r><t>嵌</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></is></c>",
            "<c t=\"str\"><f>A1&amp;\"\"</f><v>公式_x000A_文字</v></c>", "<c><f>1+1</f><v>2</v></c>",
            "<c t=\"b\"><v>1</v></c>", "<c t=\"b\"><f>1=2</f><v>0</v></c>", "<c t=\"str\"><f>\"\"</f><v></v></c>",
            "<c t=\"d\"><v>2024-03-20T00:00:00</v></c>", "<c t=\"d\"><v>2024-03-20</v></c>",
            "<c t=\"d\"><v>2024-03-20T08:30:00.000Z</v></c>", "<c><v> 5 </v></c>")).bytes();

    assertThat(Workbooks.texts(file)).containsExactly(List.of("甲\n乙", "_x000D_", "示例公司", "漢字", "\uD83D\uDE00", "",
        "前后", "内嵌", "公式\n文字", "2", "TRUE", "FALSE", "", "2024-03-20", "2024-03-20", "2024-03-20 08:30", "5"));
  }

  private static String shared(int index) {
    return "<c t=\"s\"><v>" + index + "</v></c>";
  }

  @Test
  @DisplayName(".xls 的公式结果、富文本、逻辑值一样读")
  void readsBinaryTexts() {
    byte[] file = Workbooks.xls(workbook -> {
      var row = workbook.getSheetAt(0).createRow(0);
      row.createCell(0).setCellValue(new HSSFRichTextString("示例公司"));
      row.createCell(1).setCellFormula("1+1");
      row.createCell(2).setCellFormula("\"甲\"&\"乙\"");
      row.createCell(3).setCellValue(true);
      row.createCell(4).setCellFormula("1/0");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
    });

    Row row = Workbooks.rows(file).get(0);
    assertThat(row.cells()).containsExactly("示例公司", "2", "甲乙", "TRUE", "#DIV/0!");
    assertThat(row.problems()).containsOnlyKeys(4);
  }

  @Test
  @DisplayName("出错的公式、没有保存结果的公式不当作内容，指明位置和办法")
  void namesUnreadableCells() {
    byte[] file = Workbooks.xlsx(Workbooks.row(
        Workbooks.cell("甲"), "<c t=\"e\"><f>VLOOKUP(A1,B:B,1)</f><v>#N/A</v></c>",
        "<c><f>A1+1</f></c>", "<c t=\"str\"><f>A1</f></c>"));

    Row row = Workbooks.rows(file).get(0);
    assertThat(row.cells()).containsExactly("甲", "#N/A", "", "");
    assertThat(row.problems()).containsOnlyKeys(1, 2, 3);
    assertThat(row.problems().get(1)).isEqualTo(new CellProblem(
        "工作表“表1”第 1 行 B 列", "#N/A", "能算出结果的公式或直接填写的内容（公式现在出错）"));
    assertThat(row.problems().get(2).expected()).contains("没有保存", "重新计算");
  }
}

package cn.jointinspection.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.jointinspection.calendar.CalendarRefused.HolidayFileRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("上传的放假安排的核对")
class HolidayFileTest {

  @Test
  @DisplayName("UTF-8 和 GB18030 的 .csv 读出相同的日子")
  void readsWhatOfficeProgramsWrite() {
    HolidayTable table = HolidayFile.read(YearOf2027.utf8(), "a.csv", 2027, YearOf2027.NOTICE).table();

    assertThat(table.days()).hasSize(15).contains(
        new HolidayTable.Day(LocalDate.of(2027, 2, 8), DayKind.HOLIDAY, "春节"),
        new HolidayTable.Day(LocalDate.of(2027, 2, 14), DayKind.WORKDAY, "春节"));
    assertThat(HolidayFile.read(YearOf2027.gb18030(), "b.csv", 2027, YearOf2027.NOTICE).table()).isEqualTo(table);
  }

  @Test
  @DisplayName(".xlsx 中的日期单元格照样读出")
  void readsWorkbooks() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("2027");
      int line = 0;
      for (String row : YearOf2027.CSV.lines().toList()) {
        String[] cells = row.split(",");
        for (int column = 0; column < cells.length; column++) {
          sheet.value(line, column, cells[column]);
        }
        line++;
      }
      sheet.value(1, 0, LocalDate.of(2027, 1, 1));
      sheet.style(1, 0).format("yyyy-mm-dd").set();
    }

    assertThat(HolidayFile.read(out.toByteArray(), "a.xlsx", 2027, YearOf2027.NOTICE).table().days())
        .hasSize(15).contains(new HolidayTable.Day(LocalDate.of(2027, 1, 1), DayKind.HOLIDAY, "元旦"));
  }

  @Test
  @DisplayName("全角的日期、拆成两行的名称、合并的名称照看到的读；.xls 一样读")
  void readsWhatPeopleSee() throws IOException {
    HolidayTable table = HolidayFile.read(YearOf2027.utf8(), "a.csv", 2027, YearOf2027.NOTICE).table();
    String typed = YearOf2027.CSV.replace("2027-01-01,放假,元旦", "２０２７年１月１日,放假,元\u200B旦");

    assertThat(HolidayFile.read(typed.getBytes(StandardCharsets.UTF_16), "b.xls", 2027, YearOf2027.NOTICE).table())
        .isEqualTo(table);
    assertThat(HolidayFile.read(xls(sheet -> {
      sheet.getRow(5).getCell(2).setBlank();
      sheet.addMergedRegion(new CellRangeAddress(4, 5, 2, 2));
    }), "c.xls", 2027, YearOf2027.NOTICE).table()).isEqualTo(table);
  }

  @Test
  @DisplayName("隐藏的行照样算数，并说明是哪几行")
  void readsHiddenRows() throws IOException {
    HolidayFile.Content read = HolidayFile.read(xls(sheet -> {
      sheet.getRow(1).setZeroHeight(true);
      sheet.getRow(2).setZeroHeight(true);
    }), "a.xls", 2027, YearOf2027.NOTICE);

    assertThat(read.table()).isEqualTo(HolidayFile.read(YearOf2027.utf8(), "a.csv", 2027, YearOf2027.NOTICE).table());
    assertThat(read.hiddenRows()).isEqualTo("第 2-3 行");
  }

  @Test
  @DisplayName("出错的公式指明行、列和办法，隐藏的行说明是隐藏的")
  void namesUnreadableCells() throws IOException {
    byte[] file = xls(sheet -> {
      sheet.getRow(1).getCell(0).setCellFormula("1/0");
      sheet.getRow(2).getCell(1).setCellValue("休假");
      sheet.getRow(2).setZeroHeight(true);
    });

    assertThat(catchThrowableOfType(HolidayFileRefused.class,
        () -> HolidayFile.read(file, "a.xls", 2027, YearOf2027.NOTICE)).getMessage())
        .contains("第 2 行：日期“#DIV/0!”", "公式", "工作表“2027”第 2 行 A 列", "第 3 行（隐藏）：类型“休假”");
  }

  private static byte[] xls(Consumer<HSSFSheet> change) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new HSSFWorkbook()) {
      HSSFSheet sheet = workbook.createSheet("2027");
      for (String line : YearOf2027.CSV.lines().toList()) {
        var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (String cell : line.split(",")) {
          row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell);
        }
      }
      change.accept(sheet);
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      workbook.write(out);
    }
    return out.toByteArray();
  }

  @ParameterizedTest(name = "“{0}”改成“{1}”：{2}")
  @DisplayName("每一处问题都写明在第几行")
  @CsvSource(delimiter = '|', value = {
      "2027-01-01,放假,元旦 | 2027-13-01,放假,元旦 | 第 2 行：日期“2027-13-01”无法识别",
      "2027-02-06,放假,春节 | 2027-02-06,休假,春节 | 第 4 行：类型“休假”无法识别",
      "2027-02-07,放假,春节 | 2027-02-07,放假,寒假 | 第 5 行：名称“寒假”不是法定节日",
      "2027-02-07,放假,春节 | 2027-02-06,放假,春节 | 第 5 行：2027-02-06 已在第 4 行出现",
      "2027-10-05,放假,国庆节 | 2028-10-05,放假,国庆节 | 第 16 行：2028-10-05 不在2027年内",
      "2027-10-05,放假,国庆节 | 2026-11-30,放假,国庆节 | 第 16 行：2026-11-30 不在2027年内",
      "2027-02-14,上班,春节 | 2027-02-15,上班,春节 | 第 8 行：2027-02-15 不是周六、周日",
      "2027-06-09,放假,端午节 | 2027-06-09,放假,中秋节 | 没有“端午”的放假日期",
      "2027-05-01,放假,劳动节 | 2027-05-04,放假,劳动节 | 2027-05-01 依法放假，表中没有",
      "2027-10-01,放假,国庆节 | 2027-10-06,放假,国庆节 | 2027-10-01 依法放假，表中没有"})
  void namesEachProblem(String line, String instead, String problem) {
    assertThat(refusal(YearOf2027.CSV.replace(line, instead))).contains(problem).contains("2027年放假安排有");
  }

  @Test
  @DisplayName("多处问题一次说全")
  void namesAllProblemsAtOnce() {
    String csv = YearOf2027.CSV.replace("2027-01-01,放假", "元旦,放").replace("2027-02-14,上班", "2027-02-15,上班");

    assertThat(refusal(csv)).contains("有 3 处问题", "日期“元旦”无法识别", "类型“放”无法识别", "第 8 行");
  }

  @Test
  @DisplayName("天数不合情理的表整份拒绝：放假过少，调休多于换来的工作日")
  void refusesImplausibleCounts() {
    assertThat(refusal("""
        日期,类型,名称
        2027-01-01,放假,元旦
        2027-02-06,放假,春节
        2027-04-05,放假,清明节
        2027-05-01,放假,劳动节
        2027-06-09,放假,端午节
        2027-09-15,放假,中秋节
        2027-10-01,放假,国庆节
        """)).contains("放假共 7 天");
    StringBuilder swapped = new StringBuilder(YearOf2027.CSV);
    for (LocalDate day = LocalDate.of(2027, 7, 3); day.isBefore(LocalDate.of(2027, 9, 8)); day = day.plusDays(7)) {
      swapped.append(day).append(",上班,国庆节\n").append(day.plusDays(1)).append(",上班,国庆节\n");
    }
    assertThat(refusal(swapped.toString())).contains("请核对类型是否写反");
  }

  private static String refusal(String csv) {
    return catchThrowableOfType(HolidayFileRefused.class,
        () -> HolidayFile.read(csv.getBytes(StandardCharsets.UTF_8), "a.csv", 2027, YearOf2027.NOTICE)).getMessage();
  }
}

package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.platform.sheet.Row;
import cn.jointinspection.platform.sheet.SheetFile;
import cn.jointinspection.registry.FileProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A copy of a file with what is wrong in the first column, beside each row. */
final class MarkedCopy {

  private static final String HEAD = "问题（改正后删去本列再提交）";
  private static final String FAULT = "C0392B";
  private static final int ROWS_IN_MEMORY = 1_000;

  private MarkedCopy() {}

  /** @param heads by one of which the first row of the table is known */
  static void write(SheetFile file, List<String> heads, List<FileProblem> problems, OutputStream to) throws IOException {
    Map<Integer, String> byLine = problems.stream().collect(Collectors.groupingBy(FileProblem::row,
        Collectors.mapping(p -> p.column() + "：应为" + p.expected(), Collectors.joining("；"))));
    try (Workbook workbook = new Workbook(to, "joint-inspection", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("问题");
      sheet.width(0, 50);
      sheet.value(0, 0, HEAD);
      sheet.style(0, 0).bold().set();
      int written = 0;
      for (Row row : file.rows(r -> r.cells().stream().map(CellText::compact).anyMatch(heads::contains))) {
        int line = row.number() - 1;
        String problem = byLine.get(row.number());
        if (problem != null) {
          sheet.value(line, 0, problem);
          sheet.style(line, 0).fontColor(FAULT).set();
        }
        for (int column = 0; column < row.cells().size(); column++) {
          sheet.value(line, column + 1, row.text(column));
        }
        if (++written % ROWS_IN_MEMORY == 0) {
          sheet.flush();
        }
      }
    }
  }
}

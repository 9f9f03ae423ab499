package cn.jointinspection.plan;

import cn.jointinspection.platform.NotASpreadsheet;
import cn.jointinspection.platform.Sheet;
import cn.jointinspection.platform.SheetReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the printed table of an annual plan. Columns are told by their heads, in any order; lines above the first head row
 * are titles; head rows may return on each page, as they do in print, and then count for the rows below them.
 */
final class PlanFileReader {

  private static final int MAX_BYTES = 5 << 20;

  private final String fileName;
  private final Map<String, String> departments;
  private final List<PlanProblem> problems = new ArrayList<>();
  private final Map<Integer, Sheet.Row> seen = new HashMap<>();
  private final List<PlanRow> rows = new ArrayList<>();

  private PlanFileReader(String fileName, Map<String, String> departments) {
    this.fileName = fileName;
    this.departments = departments;
  }

  /**
   * @param departments codes of the departments that inspect, by name
   * @throws PlanFileRefused with every problem of the file
   */
  static PlanRows read(String fileName, byte[] bytes, Map<String, String> departments) {
    return new PlanFileReader(fileName, departments).read(bytes);
  }

  private PlanRows read(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      wholeFile("文件超过%d MB，请删除图片等无关内容".formatted(MAX_BYTES >> 20));
    } else {
      readAll(sheet(bytes));
    }
    if (!problems.isEmpty()) {
      throw new PlanFileRefused(fileName, problems);
    }
    rows.sort(Comparator.comparingInt(PlanRow::rowNo));
    return new PlanRows(rows);
  }

  private Sheet sheet(byte[] bytes) {
    try {
      return SheetReader.read(bytes, fileName);
    } catch (NotASpreadsheet e) {
      throw new PlanFileRefused(e);
    }
  }

  private void readAll(Sheet file) {
    PlanRowReader.Head head = null;
    int dataRows = 0;
    for (Sheet.Row row : file.rows()) {
      if (isHead(row)) {
        head = head(row);
        if (head.columns().size() < PlanColumn.values().length) {
          return;
        }
      } else if (head != null) {
        dataRows++;
        readRow(head, row);
      }
    }
    if (head == null) {
      wholeFile("没有找到表头，应有一行写明：" + heads(Stream.of(PlanColumn.values())));
    } else if (dataRows == 0) {
      wholeFile("表头之下没有任何计划任务");
    }
  }

  private void readRow(PlanRowReader.Head head, Sheet.Row row) {
    PlanRowReader reader = new PlanRowReader(head, row, departments);
    Optional<PlanRow> read = reader.read();
    problems.addAll(reader.problems());
    try {
      int rowNo = Wording.rowNo(reader.text(PlanColumn.ROW_NO));
      Sheet.Row other = seen.putIfAbsent(rowNo, row);
      if (other != null) {
        problems.add(reader.problem(PlanColumn.ROW_NO, "不重复的序号（与第%d行相同）".formatted(other.number())));
      }
    } catch (NotAsPrinted alreadyReported) {
      return;
    }
    read.ifPresent(rows::add);
  }

  private static boolean isHead(Sheet.Row row) {
    List<PlanColumn> found = row.cells().stream().map(PlanColumn::of).flatMap(Optional::stream).toList();
    return found.contains(PlanColumn.ROW_NO) && found.contains(PlanColumn.NAME);
  }

  private PlanRowReader.Head head(Sheet.Row head) {
    Map<PlanColumn, Integer> columns = new EnumMap<>(PlanColumn.class);
    int width = 0;
    for (int i = 0; i < head.cells().size(); i++) {
      width = head.cells().get(i).isBlank() ? width : i + 1;
      Optional<PlanColumn> column = PlanColumn.of(head.cells().get(i));
      if (column.isPresent() && columns.putIfAbsent(column.get(), i) != null) {
        wholeFile("第%d行的表头“%s”出现了两次，请只保留一列".formatted(head.number(), column.get().head()));
      }
    }
    List<PlanColumn> absent = Stream.of(PlanColumn.values()).filter(c -> !columns.containsKey(c)).toList();
    if (!absent.isEmpty()) {
      wholeFile("第%d行的表头缺少：%s".formatted(head.number(), heads(absent.stream())));
    }
    return new PlanRowReader.Head(columns, width);
  }

  private static String heads(Stream<PlanColumn> columns) {
    return columns.map(PlanColumn::head).collect(Collectors.joining("、"));
  }

  private void wholeFile(String what) {
    problems.add(new PlanProblem(0, "", "", "", what));
  }
}

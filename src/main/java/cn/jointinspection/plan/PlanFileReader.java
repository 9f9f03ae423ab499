package cn.jointinspection.plan;

import cn.jointinspection.plan.PlanRefused.PlanFileRefused;
import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.platform.sheet.Row;
import cn.jointinspection.platform.sheet.Rows;
import cn.jointinspection.platform.sheet.SheetFile;
import cn.jointinspection.platform.sheet.SheetRefused;
import cn.jointinspection.registry.DepartmentNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the printed table of an annual plan. Columns are told by their heads, in any order; lines above the first head
 * row are titles; head rows may return on each page, as they do in print, and then count for the rows below them.
 */
final class PlanFileReader {

  private static final int MAX_BYTES = 5 << 20;
  private static final int MAX_ROWS = 999;

  private static final Pattern DIVISION = Pattern.compile("\\d{6}");

  private final PlanFile file;
  private final DepartmentNames departments;
  private final List<PlanProblem> problems = new ArrayList<>();
  private final Map<Integer, Row> seen = new HashMap<>();
  private final List<PlanRow> rows = new ArrayList<>();
  private final List<PlanLine> setAside = new ArrayList<>();
  private String hidden = "";

  private PlanFileReader(PlanFile file, DepartmentNames departments) {
    this.file = file;
    this.departments = departments;
  }

  /**
   * @param departments whom the file may name
   * @throws PlanFileRefused with every problem of the file
   */
  static PlanRows read(PlanFile file, DepartmentNames departments) {
    return new PlanFileReader(file, departments).read();
  }

  private PlanRows read() {
    readParticulars();
    if (file.bytes().length > MAX_BYTES) {
      wholeFile("文件超过%d MB，请删除图片等无关内容".formatted(MAX_BYTES >> 20));
    } else {
      readAll();
    }
    if (!problems.isEmpty()) {
      throw new PlanFileRefused(file.name(), problems);
    }
    rows.sort(Comparator.comparingInt(PlanRow::rowNo));
    return new PlanRows(rows, setAside, hidden);
  }

  /** What the importer states beside the file. */
  private void readParticulars() {
    if (!DIVISION.matcher(file.division()).matches()) {
      wholeFile("行政区划代码现为“%s”，应为6位数字".formatted(file.division()));
    }
    if (file.divisionName().isBlank()) {
      wholeFile("没有填写行政区划名称");
    }
    if (file.title().isBlank()) {
      wholeFile("没有填写计划标题");
    }
    if (file.year() < 2000 || file.year() > 2200) {
      wholeFile("计划年度现为“%d”，应为2000至2200之间的年份".formatted(file.year()));
    }
  }

  private void readAll() {
    try (SheetFile sheets = SheetFile.open(file.bytes(), file.name())) {
      Rows rows = sheets.rows(PlanFileReader::isHead);
      readRows(rows);
      hidden = Rows.inWords(rows.hidden());
    } catch (SheetRefused e) {
      throw new PlanFileRefused(e);
    }
  }

  private void readRows(Iterable<Row> sheet) {
    PlanRowReader.Head head = null;
    int linesBelow = 0;
    for (Row row : sheet) {
      if (isHead(row)) {
        head = head(row);
        if (head.columns().size() < PlanColumn.values().length) {
          return;
        }
      } else if (head != null) {
        if (++linesBelow > MAX_ROWS) {
          wholeFile("表头之下超过%d行，不像一份年度计划，请核对文件".formatted(MAX_ROWS));
          return;
        }
        readRow(head, row);
      }
    }
    if (head == null) {
      wholeFile("没有找到表头，应有一行写明：" + heads(Stream.of(PlanColumn.values())));
    } else if (rows.isEmpty() && problems.isEmpty()) {
      wholeFile("表头之下没有任何计划任务");
    }
  }

  private void readRow(PlanRowReader.Head head, Row row) {
    PlanRowReader reader = new PlanRowReader(head, row, departments, file.year());
    if (row.isOneText() || !reader.isTask()) {
      setAside.add(new PlanLine(row.number(), row.cells().stream().map(CellText::name).filter(cell -> !cell.isEmpty())
          .distinct().collect(Collectors.joining(" "))));
      return;
    }
    if (reader.isOnlyNumbered()) {
      problems.add(reader.problem(PlanColumn.NAME, "抽查任务的名称和其他各列；只有序号的空行请删去"));
      return;
    }
    if (reader.hasUnreadableCells()) {
      problems.addAll(reader.problems());
      return;
    }
    Optional<PlanRow> read = reader.read();
    problems.addAll(reader.problems());
    try {
      int rowNo = Wording.rowNo(reader.text(PlanColumn.ROW_NO)).value();
      Row other = seen.putIfAbsent(rowNo, row);
      if (other != null) {
        problems.add(reader.problem(PlanColumn.ROW_NO, "不重复的序号（与第%d行相同）".formatted(other.number())));
      }
    } catch (NotAsPrinted alreadyReported) {
      return;
    }
    read.ifPresent(rows::add);
  }

  private static boolean isHead(Row row) {
    List<PlanColumn> found = row.cells().stream().map(PlanColumn::of).flatMap(Optional::stream).toList();
    return found.contains(PlanColumn.ROW_NO) && found.contains(PlanColumn.NAME);
  }

  private PlanRowReader.Head head(Row head) {
    Map<PlanColumn, Integer> columns = new EnumMap<>(PlanColumn.class);
    int width = 0;
    for (int i = 0; i < head.cells().size(); i++) {
      width = head.cells().get(i).isBlank() ? width : i + 1;
      Optional<PlanColumn> column = PlanColumn.of(head.cells().get(i));
      if (column.isPresent() && columns.putIfAbsent(column.get(), i) != null && !head.fromLeft().contains(i)) {
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

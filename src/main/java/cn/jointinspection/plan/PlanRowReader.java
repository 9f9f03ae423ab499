package cn.jointinspection.plan;

import cn.jointinspection.platform.sheet.CellProblem;
import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.platform.sheet.Row;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.DepartmentNames.Named;
import cn.jointinspection.registry.DepartmentNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one row of a plan file; each cell that does not read as printed becomes a problem, and reading goes on. */
final class PlanRowReader {

  private interface Wanted<T> {
    Reading<T> of(String text) throws NotAsPrinted;
  }

  /**
   * Where the columns stand.
   *
   * @param columns index of each column, from 0
   * @param width number of cells of the head row up to its last head, known or not
   */
  record Head(Map<PlanColumn, Integer> columns, int width) {}

  private static final Pattern TOTAL = Pattern.compile("(?:合计|总计|小计|共计).*");

  private final Head head;
  private final Row row;
  private final DepartmentNames departments;
  private final int year;
  private final List<PlanProblem> problems = new ArrayList<>();
  private final List<PlanCell> cells = new ArrayList<>();

  /** @param year year of the plan */
  PlanRowReader(Head head, Row row, DepartmentNames departments, int year) {
    this.head = head;
    this.row = row;
    this.departments = departments;
    this.year = year;
  }

  /** The row; empty when there are {@link #problems()}. */
  Optional<PlanRow> read() {
    Integer rowNo = cell(PlanColumn.ROW_NO, Wording::rowNo);
    String name = cell(PlanColumn.NAME, text -> Wording.kept(text, "抽查任务的名称"));
    List<String> matters = cell(PlanColumn.MATTERS, Wording::matters);
    String scope = cell(PlanColumn.SCOPE, text -> Wording.kept(text, "抽查对象的范围"));
    SampleRatio ratio = cell(PlanColumn.RATIO, RatioWording::read);
    RiskRule riskRule = cell(PlanColumn.RISK, Wording::riskRule);
    MonthWindow window = cell(PlanColumn.WINDOW, text -> WindowWording.read(text, year));
    String lead = cell(PlanColumn.LEAD, this::lead);
    List<String> cooperating = cell(PlanColumn.COOPERATING, text -> cooperating(text, lead));
    Mode mode = cell(PlanColumn.MODE, Wording::mode);
    extraCells();
    return problems.isEmpty()
        ? Optional.of(new PlanRow(rowNo, name, CellText.name(text(PlanColumn.MATTERS)), matters, scope, ratio, riskRule,
            CellText.name(text(PlanColumn.RISK)), window, lead, cooperating, mode, List.copyOf(cells)))
        : Optional.empty();
  }

  /** Whether the file does not hold the value of a cell, such as a formula's error; then that is among the problems. */
  boolean hasUnreadableCells() {
    head.columns.forEach((column, index) -> {
      CellProblem cell = row.problems().get(index);
      if (cell != null) {
        problems.add(problem(column, "%s（%s）".formatted(cell.expected(), cell.place())));
      }
    });
    return !problems.isEmpty();
  }

  List<PlanProblem> problems() {
    return problems;
  }

  /**
   * Whether the row holds a task, read or not: it has a number that counts no total, or more than one of its other
   * cells says what only a task says.
   */
  boolean isTask() {
    boolean isTotal =
        row.cells().stream().map(CellText::compact).anyMatch(cell -> TOTAL.matcher(cell).matches());
    return !isTotal && reads(PlanColumn.ROW_NO, Wording::rowNo) || Stream.of(reads(PlanColumn.RATIO, RatioWording::read),
        reads(PlanColumn.WINDOW, text -> WindowWording.read(text, year)), reads(PlanColumn.LEAD, this::lead),
        reads(PlanColumn.COOPERATING, text -> cooperating(text, null)), reads(PlanColumn.MODE, Wording::mode))
        .filter(Boolean::booleanValue).count() > 1;
  }

  /** Whether there is a number and nothing else, as where a form was numbered in advance. */
  boolean isOnlyNumbered() {
    return head.columns.keySet().stream()
        .filter(column -> column != PlanColumn.ROW_NO && column != PlanColumn.DIVISION)
        .allMatch(column -> text(column).isBlank());
  }

  PlanProblem problem(PlanColumn column, String expected) {
    return new PlanProblem(
        row.number(), CellText.compact(text(PlanColumn.ROW_NO)), column.head(), CellText.name(text(column)), expected);
  }

  private <T> T cell(PlanColumn column, Wanted<T> wanted) {
    try {
      Reading<T> reading = wanted.of(text(column));
      cells.add(new PlanCell(column.head(), text(column), reading.words(), reading.literal()));
      return reading.value();
    } catch (NotAsPrinted e) {
      problems.add(problem(column, e.getMessage()));
      return null;
    }
  }

  private <T> boolean reads(PlanColumn column, Wanted<T> wanted) {
    try {
      wanted.of(text(column));
      return true;
    } catch (NotAsPrinted e) {
      return false;
    }
  }

  String text(PlanColumn column) {
    int index = head.columns.get(column);
    return index < row.cells().size() ? row.cells().get(index) : "";
  }

  private Reading<String> lead(String text) throws NotAsPrinted {
    List<Named> names = departments.read(text);
    if (names.size() != 1) {
      throw new NotAsPrinted("一个发起部门");
    }
    Department lead = inspecting(names.get(0));
    return new Reading<>(lead.code(), lead.name(), isLiteral(text, List.of(lead)));
  }

  private Reading<List<String>> cooperating(String text, String lead) throws NotAsPrinted {
    List<Department> named = new ArrayList<>();
    for (Named name : departments.read(text)) {
      named.add(inspecting(name));
    }
    List<String> codes = named.stream().map(Department::code).toList();
    if (codes.isEmpty()) {
      throw new NotAsPrinted("至少一个配合部门，多个用、分开");
    }
    if (codes.contains(lead)) {
      throw new NotAsPrinted("发起部门以外的部门");
    }
    if (new HashSet<>(codes).size() < codes.size()) {
      throw new NotAsPrinted("不重复的部门");
    }
    return new Reading<>(codes, names(named, "、"), isLiteral(text, named));
  }

  /** The office and the discipline body never inspect, so a plan cannot name them. */
  private static Department inspecting(Named name) throws NotAsPrinted {
    return name.department().filter(department -> department.kind() == DepartmentKind.DEPARTMENT)
        .orElseThrow(() -> new NotAsPrinted("部门名录中承担检查的部门（%s）".formatted(
            name.department().isPresent() ? "其中没有“" + name.text() + "”" : name.problem())));
  }

  /** Separators do not count. */
  private static boolean isLiteral(String text, List<Department> named) {
    return CellText.compact(text).replaceAll("[、,;/|+&。]", "").equals(names(named, ""));
  }

  private static String names(List<Department> named, String separator) {
    return named.stream().map(Department::name).collect(Collectors.joining(separator));
  }

  /** A half-width comma without quotes cuts a csv cell in two and shifts the rest out of the table. */
  private void extraCells() {
    for (int i = head.width; i < row.cells().size(); i++) {
      if (!row.cells().get(i).isBlank()) {
        problems.add(new PlanProblem(row.number(), CellText.compact(text(PlanColumn.ROW_NO)), "第%d列".formatted(i + 1),
            CellText.name(row.cells().get(i)), "空白（此列没有表头；单元格内有半角逗号时须加引号）"));
        return;
      }
    }
  }
}

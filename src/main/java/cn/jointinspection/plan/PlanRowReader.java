package cn.jointinspection.plan;

import cn.jointinspection.platform.sheet.CellProblem;
import cn.jointinspection.platform.sheet.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one row of a plan file; each cell that does not read as printed becomes a problem, and reading goes on. */
final class PlanRowReader {

  private interface Reading<T> {
    T of(String text) throws NotAsPrinted;
  }

  /**
   * Where the columns stand.
   *
   * @param columns index of each column, from 0
   * @param width number of cells of the head row up to its last head, known or not
   */
  record Head(Map<PlanColumn, Integer> columns, int width) {}

  private final Head head;
  private final Row row;
  private final Map<String, String> departments;
  private final List<PlanProblem> problems = new ArrayList<>();

  PlanRowReader(Head head, Row row, Map<String, String> departments) {
    this.head = head;
    this.row = row;
    this.departments = departments;
  }

  /** The row; empty when there are {@link #problems()}. */
  Optional<PlanRow> read() {
    Integer rowNo = cell(PlanColumn.ROW_NO, Wording::rowNo);
    String name = cell(PlanColumn.NAME, text -> required(text, "抽查任务的名称"));
    List<String> matters = cell(PlanColumn.MATTERS, Wording::matters);
    String scope = cell(PlanColumn.SCOPE, text -> required(text, "抽查对象的范围"));
    Wording.Ratio ratio = cell(PlanColumn.RATIO, Wording::ratio);
    RiskRule riskRule = cell(PlanColumn.RISK, Wording::riskRule);
    Wording.Window window = cell(PlanColumn.WINDOW, Wording::window);
    String lead = cell(PlanColumn.LEAD, this::lead);
    List<String> cooperating = cell(PlanColumn.COOPERATING, text -> cooperating(text, lead));
    Mode mode = cell(PlanColumn.MODE, Wording::mode);
    extraCells();
    return problems.isEmpty()
        ? Optional.of(new PlanRow(rowNo, name, Wording.clean(text(PlanColumn.MATTERS)), matters, scope, ratio, riskRule,
            Wording.clean(text(PlanColumn.RISK)), window, lead, cooperating, mode))
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

  PlanProblem problem(PlanColumn column, String expected) {
    return new PlanProblem(
        row.number(), Wording.compact(text(PlanColumn.ROW_NO)), column.head(), Wording.clean(text(column)), expected);
  }

  private <T> T cell(PlanColumn column, Reading<T> reading) {
    try {
      return reading.of(text(column));
    } catch (NotAsPrinted e) {
      problems.add(problem(column, e.getMessage()));
      return null;
    }
  }

  String text(PlanColumn column) {
    int index = head.columns.get(column);
    return index < row.cells().size() ? row.cells().get(index) : "";
  }

  private static String required(String text, String expected) throws NotAsPrinted {
    String clean = Wording.clean(text);
    if (clean.isEmpty()) {
      throw new NotAsPrinted(expected);
    }
    return clean;
  }

  private String lead(String text) throws NotAsPrinted {
    List<String> names = Wording.names(text);
    if (names.size() != 1) {
      throw new NotAsPrinted("一个发起部门");
    }
    return code(names.get(0));
  }

  private List<String> cooperating(String text, String lead) throws NotAsPrinted {
    List<String> codes = new ArrayList<>();
    for (String name : Wording.names(text)) {
      codes.add(code(name));
    }
    if (codes.isEmpty()) {
      throw new NotAsPrinted("至少一个配合部门，多个用、分开");
    }
    if (codes.contains(lead)) {
      throw new NotAsPrinted("发起部门以外的部门");
    }
    if (new HashSet<>(codes).size() < codes.size()) {
      throw new NotAsPrinted("不重复的部门");
    }
    return List.copyOf(codes);
  }

  private String code(String name) throws NotAsPrinted {
    String code = departments.get(name);
    if (code == null) {
      throw new NotAsPrinted("部门名录中承担检查的部门（没有“%s”）".formatted(name));
    }
    return code;
  }

  /** A half-width comma without quotes cuts a csv cell in two and shifts the rest out of the table. */
  private void extraCells() {
    for (int i = head.width; i < row.cells().size(); i++) {
      if (!row.cells().get(i).isBlank()) {
        problems.add(new PlanProblem(row.number(), Wording.compact(text(PlanColumn.ROW_NO)), "第%d列".formatted(i + 1),
            Wording.clean(row.cells().get(i)), "空白（此列没有表头；单元格内有半角逗号时须加引号）"));
        return;
      }
    }
  }
}

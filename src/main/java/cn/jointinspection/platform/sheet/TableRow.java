package cn.jointinspection.platform.sheet;

import cn.jointinspection.platform.sheet.SheetRefused.UnreadableCell;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One row of a table. */
public final class TableRow {

  private final Heads heads;
  private final Row row;

  TableRow(Heads heads, Row row) {
    this.heads = heads;
    this.row = row;
  }

  /**
   * A row that was typed and not read from a file.
   *
   * @param texts by head; a head that is missing is an empty cell
   */
  public static TableRow typed(int number, Map<String, String> texts) {
    List<String> cells = texts.values().stream().map(text -> CellText.shown(text == null ? "" : text)).toList();
    Map<String, List<Integer>> columns = new LinkedHashMap<>();
    texts.keySet().forEach(head -> columns.put(CellText.compact(head), List.of(columns.size())));
    return new TableRow(new Heads(1, columns, List.of(), null), new Row(number, cells));
  }

  /** The row's number as an office program shows it, from 1. */
  public int number() {
    return row.number();
  }

  /** Whether the office program hides the row. */
  public boolean hidden() {
    return row.hidden();
  }

  /** Whether one cell is all that stands in this row: a note below the table, no entry. */
  public boolean isOneText() {
    return row.isOneText();
  }

  /**
   * The text below this head, never null: empty where the cell or the whole column is. Below a head merged over several
   * columns their different texts, a line each.
   *
   * @throws UnreadableCell if the value is not in the file; {@link #problems} tells before
   */
  public String text(String head) {
    List<Integer> columns = heads.columns(head);
    columns.stream().filter(row.problems()::containsKey).findFirst().ifPresent(column -> {
      throw new UnreadableCell(row.problems().get(column));
    });
    return columns.size() == 1 ? row.text(columns.get(0))
        : columns.stream().map(row::text).filter(text -> !text.isEmpty()).distinct().collect(Collectors.joining("\n"));
  }

  /** The cells below these heads whose value is not in the file, by head. */
  public Map<String, CellProblem> problems(Collection<String> of) {
    Map<String, CellProblem> found = new LinkedHashMap<>();
    if (!row.problems().isEmpty()) {
      of.forEach(head -> heads.columns(head).stream().filter(row.problems()::containsKey)
          .forEach(column -> found.putIfAbsent(head, row.problems().get(column))));
    }
    return found;
  }
}

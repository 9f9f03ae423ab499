package cn.jointinspection.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a spreadsheet's first sheet, top to bottom, blank rows left out. Cell texts are in NFC, without space at
 * either end and otherwise as they stand in the file.
 */
public record Sheet(List<Row> rows) {

  private static final int TITLE_ROWS = 10;

  public Sheet {
    rows = List.copyOf(rows);
  }

  /**
   * @param number the row's number as an office program shows it, from 1
   * @param cells texts from column A on, empty where the cell is
   */
  public record Row(int number, List<String> cells) {

    public Row {
      cells = List.copyOf(cells);
    }

    boolean isBlank() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  /**
   * The rows below the column heads.
   *
   * @param headRow number of the row that holds the heads
   * @param heads the heads in printed order; columns without a head are left out
   * @param rows the cells by head; a head without a cell has the empty text
   */
  public record Table(int headRow, List<String> heads, List<TableRow> rows) {}

  /** One row of a table; {@link #text} is never null. */
  public record TableRow(int number, Map<String, String> cells) {

    /** The text below this head, empty where the cell or the whole column is. */
    public String text(String head) {
      return cells.getOrDefault(head, "");
    }
  }

  /**
   * The table below the first of the top ten rows that holds all these heads; titles may stand above it. Line breaks
   * and spaces inside a head do not count.
   *
   * @throws ColumnHeadsMissing if no such row is there, naming what is missing from the row that comes nearest
   * @throws ColumnHeadTwice if two columns have the same head
   */
  public Table table(Collection<String> requiredHeads) {
    Row nearest = null;
    List<String> missing = List.copyOf(requiredHeads);
    for (Row row : rows.subList(0, Math.min(TITLE_ROWS, rows.size()))) {
      List<String> heads = heads(row);
      List<String> absent = requiredHeads.stream().filter(head -> !heads.contains(head)).toList();
      if (absent.isEmpty()) {
        return below(row, heads);
      }
      if (absent.size() < missing.size()) {
        nearest = row;
        missing = absent;
      }
    }
    throw new ColumnHeadsMissing(missing, nearest == null ? 1 : nearest.number());
  }

  private Table below(Row headRow, List<String> heads) {
    List<String> named = heads.stream().filter(head -> !head.isEmpty()).toList();
    named.stream().filter(head -> heads.indexOf(head) != heads.lastIndexOf(head)).findFirst().ifPresent(head -> {
      throw new ColumnHeadTwice(head, headRow.number());
    });
    List<TableRow> below = new ArrayList<>();
    for (Row row : rows.subList(rows.indexOf(headRow) + 1, rows.size())) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int column = 0; column < heads.size(); column++) {
        if (!heads.get(column).isEmpty()) {
          cells.put(heads.get(column), column < row.cells().size() ? row.cells().get(column) : "");
        }
      }
      below.add(new TableRow(row.number(), cells));
    }
    return new Table(headRow.number(), named, below);
  }

  private static List<String> heads(Row row) {
    return row.cells().stream().map(head -> head.replaceAll("[\\s\\u00A0\\u3000]+", "")).toList();
  }
}

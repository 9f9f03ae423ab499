package cn.jointinspection.platform.sheet;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A row as a person sees it: every cell below a merge shows the merged value. Texts are in NFC, without invisible
 * characters and without space at either end.
 *
 * @param number the row's number as an office program shows it, from 1
 * @param cells texts from column A on, empty where the cell is
 * @param hidden whether the office program hides the row
 * @param fromLeft columns, from 0, that show the value of a merged cell which begins further left
 * @param fromAbove columns, from 0, that show the value of a merged cell which begins in a row above
 * @param problems by column, from 0: cells whose value is not in the file
 */
public record Row(int number, List<String> cells, boolean hidden, Set<Integer> fromLeft, Set<Integer> fromAbove,
    Map<Integer, CellProblem> problems) {

  public Row {
    cells = List.copyOf(cells);
    fromLeft = Set.copyOf(fromLeft);
    fromAbove = Set.copyOf(fromAbove);
    problems = Map.copyOf(problems);
  }

  /** A row that is shown, without merged cells and with a value in each cell. */
  public Row(int number, List<String> cells) {
    this(number, cells, false, Set.of(), Set.of(), Map.of());
  }

  /** The text in this column, from 0; empty beyond the last one. */
  public String text(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  /** How many filled cells begin in this row: a merged cell counts once, and only in its first row. */
  public int ownCells() {
    int own = 0;
    for (int column = 0; column < cells.size(); column++) {
      if (!fromLeft.contains(column) && !fromAbove.contains(column)
          && (!cells.get(column).isEmpty() || problems.containsKey(column))) {
        own++;
      }
    }
    return own;
  }

  /** Whether one cell, merged or not, is all that stands in this row: a title or a note, no entry of a table. */
  public boolean isOneText() {
    return ownCells() == 1;
  }
}

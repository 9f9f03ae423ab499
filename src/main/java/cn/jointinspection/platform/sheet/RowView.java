package cn.jointinspection.platform.sheet;

import cn.jointinspection.platform.sheet.MergedAreas.Area;
import cn.jointinspection.platform.sheet.RowCursor.SheetRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes of the rows of a sheet, top to bottom, what is seen of them: merged cells spread, blank rows left out. */
final class RowView {

  private static final int MOST_COLUMNS = 16_384;

  private static final class Open {
    final Area area;
    Cell value;

    Open(Area area) {
      this.area = area;
    }
  }

  private final String sheetName;
  private final RowCursor cursor;
  private final MergedAreas merged;
  private final List<Open> open = new ArrayList<>();
  private int nextArea;

  RowView(String sheetName, RowCursor cursor, MergedAreas merged) {
    this.sheetName = sheetName;
    this.cursor = cursor;
    this.merged = merged;
  }

  /** The next row that holds something of its own; null at the end. */
  Row next() throws IOException {
    for (SheetRow row = cursor.next(); row != null; row = cursor.next()) {
      openAreas(row.number());
      Row seen = seen(row);
      if (seen.ownCells() > 0) {
        return seen;
      }
    }
    return null;
  }

  private void openAreas(int row) throws IOException {
    open.removeIf(area -> area.area.bottom() < row);
    while (nextArea < merged.areas().size() && merged.areas().get(nextArea).top() <= row) {
      Area area = merged.areas().get(nextArea++);
      if (area.bottom() >= row) {
        open.add(new Open(area));
      }
    }
    if (open.size() > MOST_COLUMNS) {
      throw new IOException("merged cells overlap");
    }
  }

  private Row seen(SheetRow row) {
    List<String> texts = new ArrayList<>();
    Map<Integer, CellProblem> problems = new HashMap<>();
    Set<Integer> fromLeft = new HashSet<>();
    Set<Integer> fromAbove = new HashSet<>();
    row.cells().forEach(cell -> put(texts, problems, row.number(), cell.column(), cell));
    for (Open merge : open) {
      Area area = merge.area;
      if (area.top() == row.number()) {
        merge.value = row.cells().stream().filter(cell -> cell.column() == area.left()).findFirst().orElse(null);
      }
      for (int column = area.left(); column <= area.right() && column < merged.width(); column++) {
        put(texts, problems, row.number(), column, merge.value);
        if (column > area.left()) {
          fromLeft.add(column);
        }
        if (row.number() > area.top()) {
          fromAbove.add(column);
        }
      }
    }
    return new Row(row.number(), texts, row.hidden(), fromLeft, fromAbove, problems);
  }

  private void put(List<String> texts, Map<Integer, CellProblem> problems, int row, int column, Cell cell) {
    if (column >= texts.size()) {
      texts.addAll(Collections.nCopies(column + 1 - texts.size(), ""));
    }
    texts.set(column, cell == null ? "" : cell.text());
    problems.remove(column);
    if (cell != null && cell.fault() != null) {
      problems.put(column, new CellProblem(place(row, column), cell.text(), cell.fault().expected));
    }
  }

  private String place(int row, int column) {
    return (sheetName.isEmpty() ? "" : "工作表“" + sheetName + "”") + "第 " + row + " 行 " + Cell.letters(column) + " 列";
  }
}

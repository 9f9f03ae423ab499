package cn.jointinspection.platform.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The rows of a sheet as the file holds them, one at a time. */
interface RowCursor extends Closeable {

  /**
   * @param number as the office program shows it, from 1
   * @param cells by column, ascending; blank cells may be left out
   */
  record SheetRow(int number, boolean hidden, List<Cell> cells) {}

  /** The next row further down; null at the end. */
  SheetRow next() throws IOException;
}

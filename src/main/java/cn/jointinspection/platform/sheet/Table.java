package cn.jointinspection.platform.sheet;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** The rows below the column heads of a sheet, top to bottom; they are read while they are gone through. */
public final class Table implements Iterable<TableRow> {

  private final Heads heads;
  private final Rows rows;

  Table(Heads heads, Rows rows) {
    this.heads = heads;
    this.rows = rows;
  }

  /** Number of the row that holds the heads, of the lower one where there are two. */
  public int headRow() {
    return heads.row();
  }

  /** Whether the table has this column. */
  public boolean has(String head) {
    return !heads.columns(head).isEmpty();
  }

  @Override
  public Iterator<TableRow> iterator() {
    Iterator<Row> all = rows.iterator();
    return new Iterator<>() {

      private Row next = below();

      private Row below() {
        while (all.hasNext()) {
          Row row = all.next();
          if (row.number() > heads.row() && !heads.continueIn(row)) {
            return row;
          }
        }
        return null;
      }

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public TableRow next() {
        if (next == null) {
          throw new NoSuchElementException();
        }
        TableRow row = new TableRow(heads, next);
        next = below();
        return row;
      }
    };
  }

  /** The hidden rows gone through so far, in words, for example 第 3、5-9 行; empty if there are none. */
  public String hiddenRows() {
    var hidden = rows.hidden();
    hidden.clear(0, heads.row() + 1);
    return Rows.inWords(hidden);
  }
}

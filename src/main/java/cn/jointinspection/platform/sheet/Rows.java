package cn.jointinspection.platform.sheet;

import java.util.BitSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.StringJoiner;

/** The rows of one sheet, top to bottom, blank ones left out; they are read while they are gone through. */
public final class Rows implements Iterable<Row> {

  private static final int MOST_NAMED = 10;

  private final SheetFile file;
  private final SheetSource sheet;
  private final BitSet hidden = new BitSet();

  Rows(SheetFile file, SheetSource sheet) {
    this.file = file;
    this.sheet = sheet;
  }

  @Override
  public Iterator<Row> iterator() {
    RowView view = file.view(sheet);
    return new Iterator<>() {

      private Row next = file.next(view);

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public Row next() {
        if (next == null) {
          throw new NoSuchElementException();
        }
        Row row = next;
        hidden.set(row.number(), row.hidden());
        next = file.next(view);
        return row;
      }
    };
  }

  /** Numbers of the hidden rows gone through so far. */
  public BitSet hidden() {
    return (BitSet) hidden.clone();
  }

  /** Rows in words, for example 第 3、5-9 行; empty if there are none. */
  public static String inWords(BitSet rows) {
    StringJoiner named = new StringJoiner("、", "第 ", " 行");
    named.setEmptyValue("");
    int ranges = 0;
    for (int from = rows.nextSetBit(0); from >= 0; ranges++) {
      int to = rows.nextClearBit(from) - 1;
      if (ranges == MOST_NAMED) {
        return named + "等 " + rows.cardinality() + " 行";
      }
      named.add(from == to ? "" + from : from + "-" + to);
      from = rows.nextSetBit(to + 1);
    }
    return named.toString();
  }
}

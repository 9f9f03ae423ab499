package cn.jointinspection.platform.sheet;

import cn.jointinspection.platform.sheet.SheetRefused.ColumnHeadsMissing;
import cn.jointinspection.platform.sheet.SheetRefused.NotASpreadsheet;
import cn.jointinspection.platform.sheet.SheetRefused.TwoSheetsWithTheTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A file that a person handed in, open for reading: a workbook of Excel or WPS ({@code .xlsx}, {@code .xls}), or a text
 * with one row a line, in UTF-8, UTF-16 or GB18030, divided by comma, semicolon or tab. What it is is told by its
 * content. It yields what a person sees in the office program; reading changes nothing and can be done again.
 *
 * <p>An {@code .xlsx} and a text are read a row at a time and may have any length; an {@code .xls} is held in memory.
 */
public final class SheetFile implements AutoCloseable {

  /** Filled rows at the top of a sheet among which the head row must stand. */
  private static final int HEAD_ROWS = 50;

  static final String EMPTY = "文件里没有任何内容";

  private final String fileName;
  private final SheetSource.Workbook workbook;
  private final List<? extends SheetSource> sheets;
  private final Map<SheetSource, MergedAreas> merged = new HashMap<>();
  private final Map<SheetSource, List<Row>> tops = new HashMap<>();
  private final List<RowCursor> open = new ArrayList<>();
  private NotASpreadsheet unreadable;

  private SheetFile(Content content, String fileName) throws IOException {
    this.fileName = fileName;
    workbook = new FileKind(content, fileName).open();
    sheets = workbook.visibleSheets();
  }

  /**
   * @param fileName as the person knows the file, for messages
   * @throws NotASpreadsheet if the file is no table, is of a kind that is not read, or is damaged
   */
  public static SheetFile open(byte[] bytes, String fileName) {
    return open(Content.of(bytes), fileName);
  }

  /**
   * @param file is read until this is closed
   * @param fileName as the person knows the file, for messages
   * @throws NotASpreadsheet if the file is no table, is of a kind that is not read, or is damaged
   */
  public static SheetFile open(Path file, String fileName) {
    return open(Content.of(file), fileName);
  }

  private static SheetFile open(Content content, String fileName) {
    try {
      return new SheetFile(content, fileName);
    } catch (SheetRefused e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw damaged(fileName, e);
    }
  }

  private static NotASpreadsheet damaged(String fileName, Exception cause) {
    return new NotASpreadsheet(fileName, "文件已损坏或不完整", cause);
  }

  /**
   * All rows of the visible sheet that has such a row among its first; of the first sheet with any row if none has.
   *
   * @throws TwoSheetsWithTheTable if two visible sheets have one
   * @throws NotASpreadsheet if no visible sheet has any row
   */
  public Rows rows(Predicate<Row> isHead) {
    return new Rows(this, find((upper, row) -> Optional.of(row).filter(isHead)).sheet());
  }

  /**
   * The table below the row that holds all these heads, on whichever visible sheet it stands; titles may stand above
   * it. Width, blanks and line breaks inside a head do not count. Two rows may hold the heads together where cells are
   * merged: a head is then the lower text or both texts one after the other.
   *
   * @throws ColumnHeadsMissing naming what is missing from the row that comes nearest
   * @throws SheetRefused.ColumnHeadTwice if two columns have the same head
   * @throws TwoSheetsWithTheTable if two visible sheets have such a row
   * @throws NotASpreadsheet if no visible sheet has any row
   */
  public Table table(List<String> heads) {
    return tableWithAny(List.of(heads));
  }

  /**
   * As {@link #table}, with the heads of one of several lists.
   *
   * @param alternatives the usual one first
   */
  public Table tableWithAny(List<List<String>> alternatives) {
    return table(alternatives, UnaryOperator.identity());
  }

  /**
   * As {@link #table}, whose columns may bear other names; texts are then asked for by the usual ones.
   *
   * @param otherNames other names of heads, each with the usual one
   */
  public Table table(List<String> heads, Map<String, String> otherNames) {
    Map<String, String> usual = new HashMap<>();
    otherNames.forEach((other, head) -> usual.put(CellText.compact(other), CellText.compact(head)));
    return table(List.of(heads), head -> usual.getOrDefault(head, head));
  }

  private Table table(List<List<String>> alternatives, UnaryOperator<String> canonical) {
    Found<Heads> found = find((upper, row) ->
        alternatives.stream().flatMap(heads -> Heads.of(upper, row, heads, canonical).stream()).findFirst());
    if (found.head() == null) {
      throw missing(alternatives, canonical);
    }
    found.head().refuseTwice(place(found.sheet()));
    return new Table(found.head(), new Rows(this, found.sheet()));
  }

  private record Found<T>(SheetSource sheet, T head) {}

  /**
   * The sheet with a head among its first rows; without it, the first sheet with any row.
   *
   * @param head what a row and the one right above it are as a head; that one is null where it is blank
   */
  private <T> Found<T> find(BiFunction<Row, Row, Optional<T>> head) {
    Found<T> found = null;
    for (SheetSource sheet : sheets) {
      Optional<T> here = head(top(sheet), head);
      if (here.isPresent() && found != null) {
        throw new TwoSheetsWithTheTable(fileName, found.sheet().name(), sheet.name());
      }
      found = here.isPresent() ? new Found<>(sheet, here.get()) : found;
      if (found != null && workbook.isOneSheet()) {
        return found;
      }
    }
    return found != null ? found : new Found<>(firstFilled(), null);
  }

  private static <T> Optional<T> head(List<Row> top, BiFunction<Row, Row, Optional<T>> head) {
    Row upper = null;
    for (Row row : top) {
      Optional<T> found = head.apply(upper != null && upper.number() == row.number() - 1 ? upper : null, row);
      if (found.isPresent()) {
        return found;
      }
      upper = row;
    }
    return Optional.empty();
  }

  private SheetSource firstFilled() {
    if (unreadable != null) {
      throw unreadable;
    }
    return sheets.stream().limit(workbook.isOneSheet() ? 1 : sheets.size()).filter(sheet -> !top(sheet).isEmpty())
        .findFirst().orElseThrow(() -> new NotASpreadsheet(fileName, EMPTY, (Throwable) null));
  }

  private ColumnHeadsMissing missing(List<List<String>> lists, UnaryOperator<String> canonical) {
    SheetSource nearest = firstFilled();
    int row = 1;
    List<String> missing = lists.get(0);
    for (SheetSource sheet : sheets) {
      for (Row candidate : top(sheet)) {
        for (List<String> heads : lists) {
          List<String> absent = Heads.absent(candidate, heads, canonical);
          if (absent.size() < Math.min(missing.size(), heads.size())) {
            nearest = sheet;
            row = candidate.number();
            missing = absent;
          }
        }
      }
    }
    return new ColumnHeadsMissing(place(nearest), row, missing);
  }

  /** The sheet in words, where the file has several. */
  private String place(SheetSource sheet) {
    return sheets.size() > 1 && !workbook.isOneSheet() ? "工作表“" + sheet.name() + "”" : "";
  }

  /** The first filled rows; those that can be read where a later one cannot. */
  private List<Row> top(SheetSource sheet) {
    return tops.computeIfAbsent(sheet, s -> {
      List<Row> top = new ArrayList<>();
      RowView view = view(sheet);
      try {
        for (Row row = next(view); row != null && top.size() < HEAD_ROWS; row = next(view)) {
          top.add(row);
        }
      } catch (NotASpreadsheet e) {
        unreadable = unreadable == null ? e : unreadable;
      }
      return top;
    });
  }

  /** The rows of a sheet from the top. */
  RowView view(SheetSource sheet) {
    try {
      if (!merged.containsKey(sheet)) {
        merged.put(sheet, sheet.mergedAreas());
      }
      RowCursor cursor = sheet.rows();
      open.add(cursor);
      return new RowView(sheet.name(), cursor, merged.get(sheet));
    } catch (IOException | RuntimeException e) {
      throw damaged(fileName, e);
    }
  }

  /** The next row; null at the end. */
  Row next(RowView view) {
    try {
      return view.next();
    } catch (SheetRefused e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw damaged(fileName, e);
    }
  }

  @Override
  public void close() {
    try {
      for (RowCursor cursor : open) {
        cursor.close();
      }
      workbook.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.sheet.TableRow;
import cn.jointinspection.registry.CellChecks;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One kind of list: its columns, what a row of it says, and what such rows change. Rows are staged as a key and cells;
 * everything after that is done by the database, in a fixed number of statements however many rows there are.
 */
interface Listing {

  /**
   * A column of the file.
   *
   * @param otherNames by which departments and the province's exports call it
   * @param choices for the template's drop-down list; empty where anything may stand
   * @param example for the template
   * @param several whether a cell may hold several values, divided by semicolons or lines
   */
  record Column(String head, boolean required, List<String> otherNames, List<String> choices, String example,
      boolean several) {

    static Column needed(String head, String example, String... otherNames) {
      return new Column(head, true, List.of(otherNames), List.of(), example, false);
    }

    static Column optional(String head, String example, String... otherNames) {
      return new Column(head, false, List.of(otherNames), List.of(), example, false);
    }

    Column oneOf(List<String> choices) {
      return new Column(head, required, otherNames, choices, example, several);
    }

    Column ofSeveral() {
      return new Column(head, required, otherNames, choices, example, true);
    }
  }

  /**
   * A row that can be used.
   *
   * @param key of what it is about, unique in the file
   * @param cells in the order the listing's statements expect; a cell may be null
   */
  record Entry(String key, String... cells) {}

  /**
   * Where staged rows name objects, so that a number which was merged is followed to the entry that is kept.
   *
   * @param number SQL of the number in the row {@code r}
   * @param key SQL of the row's key with the kept entry {@code k} instead
   * @param set SQL assignments that put it into the cells
   */
  record MergedNumbers(String number, String key, String set) {}

  /** Reads the rows of one file. */
  interface RowReader {

    /** The row as an entry; what is wrong with it is in the checks, and then the entry is not used. */
    Entry read(TableRow row);
  }

  ChangeKind kind();

  List<Column> columns();

  RowReader reader(RegistryChange change, CellChecks checks);

  /**
   * A query that compares the rows staged under {@code :id} with the registry: line, key, effect (ADDED, CHANGED, REMOVED or
   * SAME), title of the entry, and the fields before and after as arrays in the order of {@link #fields}.
   */
  String compared();

  /** A query for staged rows under {@code :id} that what is in the registry rules out: line, column, found, remedy. */
  default String ruledOut() {
    return null;
  }

  /** Null for a list whose rows name no objects. */
  default MergedNumbers mergedNumbers() {
    return null;
  }

  /** What the fields of {@link #compared} are called. */
  List<String> fields();

  /** A field's value as people call it. @param value null for null */
  default String inWords(int field, String value) {
    return value;
  }

  /** Puts the rows staged under this proposal in force. */
  void apply(JdbcClient jdbc, RegistryChange change, OffsetDateTime now);

  /**
   * An entry as a row of a file would say it now, by head of every column; empty if there is none, or if entries of this
   * list are not changed one by one.
   */
  default Optional<Map<String, String>> today(String key) {
    return Optional.empty();
  }

  /** Heads of the columns that say which entry a row is about: where it is changed on its page they stay as they are. */
  default List<String> fixed() {
    return List.of();
  }

  /**
   * Columns that an entry fills in several rows, so that its page has them several times.
   *
   * @param heads the first of them says what the row is about
   * @param none what the first one says in the only row of an entry that is to lose the rows it had
   */
  record Repeated(List<String> heads, String none) {

    /** Between a column and the number of its row. */
    static final String DIVIDER = "#";

    /** Such a column's name on a page. @param row counted from 1 */
    static String name(String head, int row) {
      return head + DIVIDER + row;
    }
  }

  /** Null for a list whose entries are a row each. */
  default Repeated repeated() {
    return null;
  }

  /** By which a page knows the entry that a staged row is about. @param key of the row */
  default String entryKey(String department, String key) {
    return key;
  }

  /** Code of the department whose entry it alone may be; null where the key does not say. @param key by which a page knows it */
  default String departmentOf(String key) {
    return null;
  }

  /** Other names of columns, each with the usual one. */
  default Map<String, String> otherNames() {
    return Columns.otherNames(columns());
  }
}

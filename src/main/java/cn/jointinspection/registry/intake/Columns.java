package cn.jointinspection.registry.intake;

import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.registry.intake.Listing.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a listing's columns are, taken together. */
final class Columns {

  private Columns() {}

  static List<String> heads(List<Column> columns) {
    return columns.stream().map(Column::head).toList();
  }

  /** By which a table of these columns is known: what the first is called. */
  static List<String> knownBy(List<Column> columns) {
    Column first = columns.get(0);
    return Stream.concat(Stream.of(first.head()), first.otherNames().stream()).map(CellText::compact).toList();
  }

  static List<String> needed(List<Column> columns) {
    return columns.stream().filter(Column::required).map(Column::head).toList();
  }

  static Map<String, String> otherNames(List<Column> columns) {
    Map<String, String> names = new HashMap<>();
    columns.forEach(column -> column.otherNames().forEach(name -> names.put(name, column.head())));
    return names;
  }
}

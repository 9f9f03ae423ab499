package cn.jointinspection.registry.intake;

import cn.jointinspection.registry.intake.Listing.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a listing's columns are, taken together. */
final class Columns {

  private Columns() {}

  static List<String> heads(List<Column> columns) {
    return columns.stream().map(Column::head).toList();
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

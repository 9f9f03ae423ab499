package cn.jointinspection.platform.sheet;

import cn.jointinspection.platform.sheet.SheetRefused.ColumnHeadTwice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which columns stand below which head.
 *
 * @param row number of the head row, of the lower one where there are two
 * @param columns from 0, by head as compared: several below one merged head
 * @param required the heads that the table must have
 * @param twice a head that stands in two cells; null if none does
 */
record Heads(int row, Map<String, List<Integer>> columns, Collection<String> required, String twice) {

  /**
   * The heads of a row, alone or together with the one above it; empty if some are missing.
   *
   * @param upper null where there is none
   */
  static Optional<Heads> of(Row upper, Row row, Collection<String> required) {
    return of(upper, row, required, UnaryOperator.identity());
  }

  /** @param canonical the usual name of a head, both as compared */
  static Optional<Heads> of(Row upper, Row row, Collection<String> required, UnaryOperator<String> canonical) {
    Optional<Heads> alone = of(row, row.cells(), required, canonical).ifComplete();
    if (alone.isPresent() || upper == null || row.fromAbove().isEmpty() && upper.fromLeft().isEmpty()) {
      return alone;
    }
    List<String> both = new ArrayList<>();
    for (int column = 0; column < Math.max(row.cells().size(), upper.cells().size()); column++) {
      String below = row.fromAbove().contains(column) ? "" : row.text(column);
      String whole = upper.text(column) + below;
      both.add(required.stream().map(CellText::compact).anyMatch(CellText.compact(below)::equals) ? below : whole);
    }
    return of(row, both, required, canonical).ifComplete();
  }

  private static Heads of(Row row, List<String> texts, Collection<String> required, UnaryOperator<String> canonical) {
    Map<String, List<Integer>> columns = new LinkedHashMap<>();
    String twice = null;
    for (int column = 0; column < texts.size(); column++) {
      String head = canonical.apply(CellText.compact(texts.get(column)));
      if (!head.isEmpty()) {
        List<Integer> below = columns.computeIfAbsent(head, h -> new ArrayList<>());
        boolean sameCell = row.fromLeft().contains(column) && below.contains(column - 1);
        twice = below.isEmpty() || sameCell ? twice : texts.get(column);
        below.add(column);
      }
    }
    return new Heads(row.number(), columns, required, twice);
  }

  private Optional<Heads> ifComplete() {
    return absent().isEmpty() ? Optional.of(this) : Optional.empty();
  }

  /** Those of the heads that the row does not hold. */
  static List<String> absent(Row row, List<String> required, UnaryOperator<String> canonical) {
    return of(row, row.cells(), required, canonical).absent();
  }

  private List<String> absent() {
    return required.stream().filter(head -> columns(head).isEmpty()).toList();
  }

  void refuseTwice(String place) {
    if (twice != null) {
      throw new ColumnHeadTwice(place, row, CellText.name(twice));
    }
  }

  /** Whether a row right below only continues the merged cells of the required heads. */
  boolean continueIn(Row below) {
    return below.number() == row + 1 && required.stream().map(this::columns).allMatch(below.fromAbove()::containsAll);
  }

  List<Integer> columns(String head) {
    List<Integer> exact = columns.get(head);
    return exact != null ? exact : columns.getOrDefault(CellText.compact(head), List.of());
  }
}

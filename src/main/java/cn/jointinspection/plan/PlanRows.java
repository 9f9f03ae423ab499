package cn.jointinspection.plan;

import cn.jointinspection.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A plan file, read.
 *
 * @param rows at least one, by number
 * @param setAside lines that hold no task, in the order of the file
 * @param hidden the rows that an office program hides, in words; they count all the same; empty if there are none
 */
record PlanRows(List<PlanRow> rows, List<PlanLine> setAside, String hidden) {

  PlanRows {
    rows = List.copyOf(rows);
    setAside = List.copyOf(setAside);
  }

  /** The numbers between 1 and the last that the file does not hold: to be asked for, never invented. */
  List<Integer> missing() {
    Set<Integer> held = rows.stream().map(PlanRow::rowNo).collect(Collectors.toSet());
    int last = rows.get(rows.size() - 1).rowNo();
    return IntStream.range(1, last).filter(n -> !held.contains(n)).boxed().toList();
  }

  /** Tells this reading from any other: SHA-256 in hex. */
  String digest() {
    return Sha256.hex(toString().getBytes(StandardCharsets.UTF_8));
  }
}

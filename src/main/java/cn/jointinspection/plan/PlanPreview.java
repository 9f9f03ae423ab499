package cn.jointinspection.plan;

import java.util.List;

/**
 * How an uploaded plan file was read, to be looked at before anything is stored as a plan.
 *
 * @param upload id of the upload
 * @param reading tells this reading from any other; whoever confirms it says which one he saw
 * @param rows the items by number
 * @param inferred how many of them hold a reading that is not literal
 * @param missingRows numbers between 1 and the last that the file does not hold
 * @param setAside lines that hold no task and will not be stored
 * @param hidden the rows that an office program hides, in words; they count all the same; empty if there are none
 */
public record PlanPreview(long upload, String reading, List<Row> rows, long inferred, List<Integer> missingRows,
    List<PlanLine> setAside, String hidden) {

  /** The cells of one item, in the order of the printed columns. */
  public record Row(PlanCell rowNo, PlanCell name, PlanCell matters, PlanCell scope, PlanCell ratio, PlanCell risk,
      PlanCell window, PlanCell lead, PlanCell cooperating, PlanCell mode, boolean inferred) {

    private Row(List<PlanCell> cells) {
      this(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5), cells.get(6),
          cells.get(7), cells.get(8), cells.get(9), cells.stream().anyMatch(cell -> !cell.literal()));
    }
  }

  static PlanPreview of(long upload, PlanRows read) {
    List<Row> rows = read.rows().stream().map(row -> new Row(row.cells())).toList();
    return new PlanPreview(upload, read.digest(), rows, rows.stream().filter(Row::inferred).count(), read.missing(),
        read.setAside(), read.hidden());
  }
}

package cn.jointinspection.plan;

import java.time.Instant;
import java.util.List;

/**
 * The annual plan (年度抽查计划) of a county.
 *
 * @param division code of the division, six digits
 * @param documentNo number of the notice (文号); null when it has none
 * @param missingRows numbers between 1 and the last that the file does not hold
 * @param examined when the office published or discarded it; null before
 * @param version rises with every change
 */
public record AnnualPlan(
    long id,
    String division,
    String divisionName,
    int year,
    String title,
    String documentNo,
    PlanStatus status,
    Source source,
    List<Integer> missingRows,
    Examination examined,
    int version) {

  /**
   * The imported file.
   *
   * @param sha256 lower-case hex
   * @param by account that imported it
   */
  public record Source(String fileName, String sha256, Instant at, String by) {}

  /**
   * What the office made of it.
   *
   * @param by account
   * @param note null when there is none
   */
  public record Examination(Instant at, String by, String note) {}

  public AnnualPlan {
    missingRows = List.copyOf(missingRows);
  }

  /** Id of the joint inspection that a row becomes, as {@code 140826-2024-008}. */
  public String jointInspectionId(int rowNo) {
    return "%s-%d-%03d".formatted(division, year, rowNo);
  }
}

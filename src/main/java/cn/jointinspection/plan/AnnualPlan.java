package cn.jointinspection.plan;

import java.time.Instant;
import java.util.List;

/**
 * The annual plan (年度抽查计划) of a county.
 *
 * @param division code of the division, six digits
 * @param documentNo number of the notice (文号); null when it has none
 * @param fileSha256 SHA-256 of the imported file, lower-case hex
 * @param missingRows numbers between 1 and the last that the file does not hold
 * @param importedBy account that imported it
 * @param examinedAt when the office published or discarded it; null before
 * @param examinedBy account that did; null before
 * @param examineNote the office's note; null when there is none
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
    String fileName,
    String fileSha256,
    List<Integer> missingRows,
    Instant importedAt,
    String importedBy,
    Instant examinedAt,
    String examinedBy,
    String examineNote,
    int version) {

  public AnnualPlan {
    missingRows = List.copyOf(missingRows);
  }

  /** Id of the joint inspection that a row becomes, as {@code 140826-2024-008}. */
  public String jointInspectionId(int rowNo) {
    return "%s-%d-%03d".formatted(division, year, rowNo);
  }
}

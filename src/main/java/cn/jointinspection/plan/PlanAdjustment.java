package cn.jointinspection.plan;

import java.time.Instant;

/**
 * An application for a change of a plan item, and what became of it (二: 备案后实施, 向社会公示).
 *
 * @param before what the change replaced, read at the moment of filing; null unless filed
 * @param department code of the lead department, or of the office where it asks itself
 * @param reviewed who filed or refused it; null before
 * @param filingNo 备案号 as {@code 140826-2024-备-001}; null unless filed
 * @param version rises with every step
 */
public record PlanAdjustment(
    long id,
    long planId,
    int rowNo,
    ItemChange change,
    ItemChange before,
    String reason,
    String department,
    Step applied,
    AdjustmentStatus status,
    Step reviewed,
    String filingNo,
    int version) {

  /**
   * Who did it and when.
   *
   * @param account of the person
   * @param note needed with a refusal, else may be null
   */
  public record Step(String account, String name, Instant at, String note) {}
}

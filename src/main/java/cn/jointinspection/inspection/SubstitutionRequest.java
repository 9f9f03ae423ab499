package cn.jointinspection.inspection;

import java.time.Instant;
import java.util.UUID;

/**
 * A request to replace an object that does not exist any more (补抽). What is not yet decided is null.
 *
 * @param status REQUESTED, APPROVED, COUNTERSIGNED or REJECTED
 * @param approved by the lead department, the first of two
 * @param countersigned by the office or the discipline body
 */
public record SubstitutionRequest(
    long id,
    String objectInspectionId,
    SubstitutionReason reason,
    String note,
    UUID evidenceId,
    String status,
    String requestedBy,
    Instant requestedAt,
    Signature approved,
    Signature countersigned,
    String decisionNote,
    int version) {

  /** Who decided for which body, and when; both bodies must agree. */
  public record Signature(String by, String body, Instant at) {}
}

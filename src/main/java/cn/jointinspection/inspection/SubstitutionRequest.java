package cn.jointinspection.inspection;

import java.time.Instant;
import java.util.UUID;

/**
 * A request to replace an object that does not exist any more (补抽). What is not yet decided is null.
 *
 * @param status REQUESTED, APPROVED, COUNTERSIGNED or REJECTED
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
    String approvedBy,
    String approvedBody,
    Instant approvedAt,
    String countersignedBy,
    String countersignedBody,
    Instant countersignedAt,
    String decisionNote,
    int version) {}

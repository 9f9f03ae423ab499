package cn.jointinspection.inspection;

import java.time.Instant;

/**
 * A request that an inspector leave one object's team (回避, 三). What is not yet decided is null.
 *
 * @param reason a code, never a personal detail
 * @param status REQUESTED, APPROVED or REJECTED
 */
public record RecusalRequest(
    long id,
    long checkId,
    String inspector,
    String reason,
    String note,
    String status,
    String requestedBy,
    Instant requestedAt,
    String decidedBy,
    Instant decidedAt,
    String decisionNote,
    int version) {}

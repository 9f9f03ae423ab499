package cn.jointinspection.inspection;

import java.time.Instant;

/**
 * One step as it was kept (全过程留痕, 三).
 *
 * @param department of the step; null for one of the office or the system
 * @param objectInspectionId null where the step concerns the whole joint inspection
 * @param detail nullable
 */
public record JournalEntry(
    Instant at,
    String actor,
    String actorName,
    String department,
    String jointInspectionId,
    String objectInspectionId,
    String action,
    String detail) {}

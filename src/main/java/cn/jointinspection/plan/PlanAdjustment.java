package cn.jointinspection.plan;

import java.time.Instant;

/**
 * An application for a change of a plan item, and what became of it (二: 备案后实施, 向社会公示).
 *
 * @param before what the change replaced, read at the moment of filing; null unless filed
 * @param department code of the lead department, or of the office where it asks itself
 * @param reviewer account of whoever filed or refused; null before, as are name, time and note
 * @param reviewNote needed with a refusal, else may be null
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
    String applicant,
    String applicantName,
    Instant appliedAt,
    AdjustmentStatus status,
    String reviewer,
    String reviewerName,
    Instant reviewedAt,
    String reviewNote,
    String filingNo,
    int version) {}

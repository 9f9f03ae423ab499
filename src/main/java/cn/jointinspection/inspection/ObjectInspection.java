package cn.jointinspection.inspection;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The joint inspection of one object (对一户检查对象的检查).
 *
 * @param id {@code <joint inspection>/<visit number>}; the business key of its process
 * @param objectName as it was when drawn, as are address and class
 * @param riskClass A to D; null if unrated
 * @param notice null before it is given
 * @param checkCompletedOn day on which the last department's check was done; null before
 * @param publicationDeadline 20 working days later or 20 December, the earlier (五); null before
 * @param replaces id of the object inspection that this one was drawn for; null if drawn at first
 */
public record ObjectInspection(
    String id,
    String jointInspectionId,
    int visitNo,
    String objectNo,
    String objectName,
    String objectAddress,
    String riskClass,
    String stratum,
    ObjectInspectionStatus status,
    Notice notice,
    String noticedBy,
    Instant noticedAt,
    LocalDate checkCompletedOn,
    LocalDate publicationDeadline,
    String replaces,
    String voidReason,
    int version) {}

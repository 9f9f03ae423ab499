package cn.jointinspection.inspection;

import java.time.LocalDate;

/**
 * An inspection of an object, as it is told among all that it has had.
 *
 * @param jointInspectionId the joint inspection that drew it
 * @param title of that
 * @param completedOn day on which the last department had checked; null before
 * @param published number of departments that have published their result
 */
public record VisitOfObject(
    String jointInspectionId, String title, ObjectInspectionStatus status, LocalDate completedOn, int published) {}

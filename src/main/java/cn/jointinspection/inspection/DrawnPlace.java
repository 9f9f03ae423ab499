package cn.jointinspection.inspection;

/**
 * An inspector's place in the team that was drawn for a department's check of an object.
 *
 * @param position from 1; the first leads
 */
record DrawnPlace(String objectInspectionId, String department, String inspector, int position) {}

package cn.jointinspection.plan;

/**
 * A plan as it is handed in.
 *
 * @param name file name, kept for the record
 * @param bytes content, a workbook or a text table with the printed columns
 * @param division code of the division, six digits
 * @param divisionName name of the division, as 绛县
 * @param year year of the plan
 * @param title title of the plan
 * @param documentNo number of the notice (文号); null when it has none
 */
public record PlanFile(
    String name, byte[] bytes, String division, String divisionName, int year, String title, String documentNo) {}

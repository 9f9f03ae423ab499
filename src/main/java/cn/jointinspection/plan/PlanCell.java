package cn.jointinspection.plan;

/**
 * One cell of a plan file beside what was read from it.
 *
 * @param column head of the column
 * @param text as it stands in the file
 * @param reading what it was understood to say
 * @param literal whether the text says so itself in the printed wording
 */
public record PlanCell(String column, String text, String reading, boolean literal) {}

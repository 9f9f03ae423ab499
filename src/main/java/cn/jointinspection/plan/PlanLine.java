package cn.jointinspection.plan;

/**
 * A line below the table that holds no task (填表人, 注, 合计): not stored, but shown to whoever imports the plan.
 *
 * @param fileRow number of the row in the file, from 1
 * @param text its cells, divided by blanks
 */
public record PlanLine(int fileRow, String text) {}

package cn.jointinspection.draw;

/**
 * A place that no inspector could be picked for.
 *
 * @param missing a label, or {@code count}
 * @param decision null until people decide
 * @param inspector who was designated; null unless so decided
 */
public record Shortfall(
    String objectNo, String department, int seq, String missing, String decision, String inspector, String reason) {}

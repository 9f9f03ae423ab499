package cn.jointinspection.draw;

import java.time.OffsetDateTime;

/**
 * A place that could not be filled, and what people decided about it.
 *
 * @param missing a label, or {@code count}
 * @param decision DESIGNATED or WAIVED; null, like what follows, until people decide
 * @param inspector who was designated; null unless so decided
 */
public record DecidedShortfall(
    String objectNo, String department, String missing, String decision, String inspector, String reason,
    String decidedBy, OffsetDateTime decidedAt) {}

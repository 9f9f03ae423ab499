package cn.jointinspection.inspection;

import java.math.BigDecimal;

/**
 * What an inspector answers to a point of a checklist.
 *
 * @param pointId of the department's list as it stands
 * @param verdict of a point that asks for a number or for words only {@link Verdict#NOT_APPLICABLE}, else null
 * @param number in the unit of the point; null unless it asks for one
 * @param note the words that the point asks for; needed with {@link Verdict#FAILS}, else nullable
 */
public record PointAnswer(long pointId, Verdict verdict, BigDecimal number, String note) {}

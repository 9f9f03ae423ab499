package cn.jointinspection.inspection;

/**
 * What was found in one matter (抽查事项).
 *
 * @param note needed with {@link Outcome#PROBLEM}, else nullable
 */
public record Finding(String matter, Outcome outcome, String note) {}

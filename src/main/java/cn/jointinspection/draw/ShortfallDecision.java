package cn.jointinspection.draw;

/**
 * What people decide about one shortfall.
 *
 * @param inspector certificate number of the inspector designated, or null to inspect with those there are
 * @param reason why; needed in both cases
 */
public record ShortfallDecision(String objectNo, String department, int seq, String inspector, String reason) {}

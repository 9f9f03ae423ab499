package cn.jointinspection.registry;

/**
 * An inspector who is never assigned to an object (三).
 *
 * @param inspector certificate number
 */
public record Recusal(String inspector, String objectNo, RecusalReason reason) {}

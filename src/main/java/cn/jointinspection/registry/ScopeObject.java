package cn.jointinspection.registry;

/**
 * What a draw needs of an object.
 *
 * @param riskClass null while unrated
 */
public record ScopeObject(long objectId, String objectNo, RiskClass riskClass, ObjectStatus status) {}

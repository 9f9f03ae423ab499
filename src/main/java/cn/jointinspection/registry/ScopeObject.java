package cn.jointinspection.registry;

/**
 * What a draw needs of an object.
 *
 * @param riskClass by the grade of the department that draws, else the class of all departments; null while unrated
 */
public record ScopeObject(long objectId, String objectNo, RiskClass riskClass, ObjectStatus status) {}

package cn.jointinspection.registry;

/**
 * A body of the county that takes part.
 *
 * @param code stable id, lower-case letters and digits; also the id of its group of accounts
 * @param name as printed in the annual plan
 * @param kind whether it inspects
 */
public record Department(String code, String name, DepartmentKind kind) {}

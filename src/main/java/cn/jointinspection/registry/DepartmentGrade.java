package cn.jointinspection.registry;

import java.time.LocalDateTime;

/**
 * What a department calls one of its grades (部门分级), and the class that it is.
 *
 * @param department code
 * @param reason why it was entered
 * @param addedAt local time, Asia/Shanghai, as {@code removedAt}
 * @param removedAt null while in use
 */
public record DepartmentGrade(
    long id, String department, String grade, RiskClass riskClass, String reason, LocalDateTime addedAt,
    String addedByName, LocalDateTime removedAt, String removedByName) {}

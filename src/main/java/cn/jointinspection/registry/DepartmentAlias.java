package cn.jointinspection.registry;

import java.time.LocalDateTime;

/**
 * Another name of a body of the county.
 *
 * @param alias half-width, without blanks
 * @param department code of the body
 * @param addedAt local time, Asia/Shanghai; null where the name came with the program
 * @param addedByName who added it; null where the name came with the program
 * @param removedAt when it was taken out of use; null while it is in use
 * @param removedByName who did; null while it is in use
 */
public record DepartmentAlias(long id, String alias, String department, LocalDateTime addedAt, String addedByName,
    LocalDateTime removedAt, String removedByName) {}

package cn.jointinspection.registry.intake;

import java.time.OffsetDateTime;

/**
 * A version of a department's list of matters (抽查事项清单): what one change left behind.
 *
 * @param number from 1
 * @param change id of the change that made it
 * @param inForceAt Asia/Shanghai
 * @param added matters and points, as are the next two
 */
public record MatterVersion(
    String department, int number, long change, OffsetDateTime inForceAt, String reason, String proposedBy,
    String approvedBy, int added, int changed, int removed) {

  /** Of the change, as people call it. */
  public String changeNumber() {
    return RegistryChange.number(change);
  }
}

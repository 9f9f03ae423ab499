package cn.jointinspection.inspection;

import java.time.Instant;
import java.util.Map;

/**
 * One department's part in a joint inspection. Notes, people and times are null until there is an answer.
 *
 * @param lead whether it is the lead department (发起部门)
 */
public record Participation(
    String department,
    boolean lead,
    int teamCount,
    Map<String, Integer> teamLabels,
    Cosign cosign,
    String cosignNote,
    String cosignedBy,
    Instant cosignedAt,
    Acceptance acceptance,
    String acceptanceNote,
    String acceptedBy,
    Instant acceptedAt,
    int version) {

  /** Whether the department still takes part. */
  public boolean takesPart() {
    return cosign != Cosign.EXCUSED && acceptance != Acceptance.EXCUSED;
  }
}

package cn.jointinspection.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A joint inspection (联合抽查任务).
 *
 * @param scheme null before it is launched
 * @param launchedBy null before it is launched
 * @param drawId null before the draw
 * @param completedBy null before the lead department has confirmed it complete
 * @param cancelledBy number of the filing that cancelled it (备案号, 二); null otherwise
 * @param participations lead department first, then as printed in the plan
 */
public record JointInspection(
    String id,
    long planId,
    int rowNo,
    int year,
    String title,
    String leadDepartment,
    JointInspectionStatus status,
    LocalDate windowOpens,
    LocalDate windowCloses,
    Scheme scheme,
    String launchedBy,
    Instant launchedAt,
    String drawId,
    String completedBy,
    Instant completedAt,
    String completionNote,
    String cancelledBy,
    List<Participation> participations,
    int version) {

  /** Last day of the checks by the scheme; before there is one, the last day of the window. */
  public LocalDate checkUntil() {
    return scheme == null ? windowCloses : scheme.checkUntil();
  }

  /** @throws java.util.NoSuchElementException if the department has no part in it */
  public Participation participation(String department) {
    return participations.stream().filter(p -> p.department().equals(department)).findFirst().orElseThrow();
  }

  /** Codes of the departments that still take part, lead department first. */
  public List<String> departments() {
    return participations.stream().filter(Participation::takesPart).map(Participation::department).toList();
  }
}

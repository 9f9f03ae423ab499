package cn.jointinspection.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A joint inspection (联合抽查任务).
 *
 * @param launch null before it is launched
 * @param drawId null before the draw
 * @param completion null before the lead department has confirmed it complete
 * @param cancelledBy number of the filing that cancelled it (备案号, 二); null otherwise
 * @param participations lead department first, then as printed in the plan
 */
public record JointInspection(
    String id,
    PlanReference plan,
    String title,
    String leadDepartment,
    JointInspectionStatus status,
    Window window,
    Launch launch,
    String drawId,
    Completion completion,
    String cancelledBy,
    List<Participation> participations,
    int version) {

  /** The item of the annual plan that it comes from; {@code year} is the plan's. */
  public record PlanReference(long id, int rowNo, int year) {}

  /** First and last day of the time that the plan gives it (抽查起止时间). */
  public record Window(LocalDate opens, LocalDate closes) {}

  /** Who sent out which scheme, and when (发起). */
  public record Launch(Scheme scheme, String by, Instant at) {}

  /** Who confirmed that all is entered and published, and when (点击完成, 五). @param note nullable */
  public record Completion(String by, Instant at, String note) {}

  /** Null before it is launched. */
  public Scheme scheme() {
    return launch == null ? null : launch.scheme();
  }

  /** Last day of the checks by the scheme; before there is one, the last day of the window. */
  public LocalDate checkUntil() {
    return launch == null ? window.closes() : launch.scheme().checkUntil();
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

package cn.jointinspection.referral;

import cn.jointinspection.registry.Department;
import java.time.Instant;
import java.util.List;

/**
 * A violation found by one department and handed to the body in charge of it (谁主管谁监管、谁管辖谁负责, 五).
 *
 * @param id {@code CG-<year>-<4 digits>}
 * @param from the department that found the violation
 * @param to the body it goes to; changes when it is redirected
 * @param letter 抄告函 as last issued; null before
 * @param outcome what the body in charge reported back last; null before
 * @param closedAt null while open
 * @param steps everything that was done, oldest first
 */
public record Referral(
    String id,
    Origin origin,
    Department from,
    Department to,
    String violation,
    String letter,
    ReferralStatus status,
    String outcome,
    Instant createdAt,
    Instant closedAt,
    int version,
    List<Step> steps) {

  /** The department check that found the violation, and of which object. */
  public record Origin(
      long checkId, String jointInspectionId, String objectInspectionId, String objectNo, String objectName) {}

  public Referral {
    steps = List.copyOf(steps);
  }

  /**
   * @param department whose step it was; for {@code OPENED} and {@code REDIRECTED} the body it goes to
   * @param note the person's words; null where there were none
   */
  public record Step(
      int seq, ReferralAction action, String department, String departmentName, String note, String actor,
      String actorName, Instant at) {}
}

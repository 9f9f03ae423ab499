package cn.jointinspection.inspection;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The joint inspection of one object (对一户检查对象的检查).
 *
 * @param id {@code <joint inspection>/<visit number>}; the business key of its process
 * @param given null before notice is given
 * @param jointCheck null until the last department has checked
 * @param replaces id of the object inspection that this one was drawn for; null if drawn at first
 */
public record ObjectInspection(
    String id,
    String jointInspectionId,
    int visitNo,
    Drawn object,
    ObjectInspectionStatus status,
    GivenNotice given,
    JointCheck jointCheck,
    String replaces,
    String voidReason,
    int version) {

  /** The object as it was when drawn. @param riskClass A to D; null if unrated */
  public record Drawn(String no, String name, String address, String riskClass, String stratum) {}

  /** Who gave which notice, and when. */
  public record GivenNotice(Notice notice, String by, Instant at) {}

  /**
   * The end of the joint check.
   *
   * @param completedOn day on which the last department's check was done
   * @param publicationDeadline 20 working days later or 20 December, the earlier (五)
   */
  public record JointCheck(LocalDate completedOn, LocalDate publicationDeadline) {}

  public String objectNo() {
    return object.no();
  }

  public String objectName() {
    return object.name();
  }

  /** Null before it is given. */
  public Notice notice() {
    return given == null ? null : given.notice();
  }
}

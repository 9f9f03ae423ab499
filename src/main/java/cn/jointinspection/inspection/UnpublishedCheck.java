package cn.jointinspection.inspection;

import java.util.List;

/**
 * What is still to be published of a plan year.
 *
 * @param objectInspectionId null, like {@code objectName} and {@code checkId}, for a joint inspection without objects yet
 * @param department that owes it; the lead department where there are no objects yet
 * @param inspectors names of those in the team, its leader first
 * @param stage how far it has got, in words
 */
public record UnpublishedCheck(
    String jointInspectionId,
    String title,
    String objectInspectionId,
    String objectName,
    Long checkId,
    String department,
    List<String> inspectors,
    String stage) {

  public UnpublishedCheck {
    inspectors = List.copyOf(inspectors);
  }

  /** The same with these people. */
  UnpublishedCheck by(List<String> people) {
    return new UnpublishedCheck(
        jointInspectionId, title, objectInspectionId, objectName, checkId, department, people, stage);
  }
}

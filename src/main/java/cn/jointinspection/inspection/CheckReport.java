package cn.jointinspection.inspection;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything about one department's check, for those who publish, refer or look back.
 *
 * @param status name of the {@link CheckStatus}
 */
public record CheckReport(
    long checkId, Joint joint, Subject object, Body department, Done done, Entered result, String status) {

  /** The joint inspection that the check is part of. */
  public record Joint(String id, String title) {}

  /** What was checked. @param creditCode null where the object has none */
  public record Subject(String inspectionId, String no, String name, String creditCode) {}

  /** Who checked. */
  public record Body(String code, String name) {}

  /**
   * The check itself; empty, or null, before it.
   *
   * @param method in words
   * @param problems one sentence for each
   */
  public record Done(List<String> matters, String method, LocalDate on, List<String> problems) {}

  /**
   * The result as entered.
   *
   * @param statement published with the result; nullable
   * @param by account; null before entry
   * @param reviewedBy account; null before review
   */
  public record Entered(
      List<Result> codes, String statement, List<FollowUp> followUps, String by, String reviewedBy) {}

  /** @param note nullable */
  public record Result(String code, String text, String note) {}

  /**
   * @param note nullable
   * @param targetDepartment code; null unless the follow-up is a referral
   */
  public record FollowUp(String code, String text, String note, String targetDepartment) {}
}

package cn.jointinspection.inspection;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything about one department's check, for those who publish, refer or look back.
 *
 * @param creditCode null where the object has none
 * @param matters what was checked; empty before the check
 * @param method text of the method; null before the check
 * @param checkedOn null before the check
 * @param statement published with the result; nullable
 * @param enteredBy account; null before entry
 * @param reviewedBy account; null before review
 * @param status name of the {@link CheckStatus}
 * @param findings one sentence for each problem found
 */
public record CheckReport(
    long checkId,
    String objectInspectionId,
    String jointInspectionId,
    String title,
    String objectNo,
    String objectName,
    String creditCode,
    String department,
    String departmentName,
    List<String> matters,
    String method,
    LocalDate checkedOn,
    List<Result> results,
    String statement,
    List<FollowUp> followUps,
    String enteredBy,
    String reviewedBy,
    String status,
    List<String> findings) {

  /** @param note nullable */
  public record Result(String code, String text, String note) {}

  /**
   * @param note nullable
   * @param targetDepartment code; null unless the follow-up is a referral
   */
  public record FollowUp(String code, String text, String note, String targetDepartment) {}
}

package cn.jointinspection.inspection;

import java.time.LocalDate;
import java.util.List;

/** Local copy of a signature until the inspection branch is merged. */
public record CheckReport(
    long checkId, String objectInspectionId, String jointInspectionId, String title, String objectNo, String objectName,
    String creditCode, String department, String departmentName, List<String> matters, String method,
    LocalDate checkedOn, List<Result> results, String statement, List<FollowUp> followUps, String enteredBy,
    String reviewedBy, String status, List<String> findings) {

  public record Result(String code, String text, String note) {}

  public record FollowUp(String code, String text, String note, String targetDepartment) {}
}

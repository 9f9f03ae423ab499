package cn.jointinspection.inspection;

import java.time.LocalDate;
import java.util.List;

/**
 * A published plan item on its way to become a joint inspection.
 *
 * @param id division, year, row: {@code 140826-2024-008}
 * @param title the plan item's name as printed
 * @param windowOpens first day of the window
 * @param windowCloses last day of the window
 */
public record NewJointInspection(
    String id,
    long planId,
    int rowNo,
    int year,
    String title,
    String leadDepartment,
    List<String> cooperating,
    LocalDate windowOpens,
    LocalDate windowCloses) {

  public NewJointInspection {
    cooperating = List.copyOf(cooperating);
  }
}

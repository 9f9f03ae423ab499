package cn.jointinspection.process.supervisionorder;

import java.time.Instant;

/**
 * A step that is due soon or over.
 *
 * @param step name of the time limit
 * @param businessKey of its process instance
 * @param jointInspectionId null where the work belongs to none
 * @param department code of the body that owes the step
 * @param taskName of the user task
 * @param leadDepartment code of the lead department; null where the work belongs to no joint inspection
 * @param taskId of the user task; null where there is none, or none any more
 * @param dueAt end of the time allowed
 */
record Lateness(
    String step, String businessKey, String jointInspectionId, String department,
    String leadDepartment, String taskName, String taskId, Instant dueAt) {

  /** Work that is no open task. */
  Lateness(String step, String businessKey, String jointInspectionId, String department, String taskName, Instant dueAt) {
    this(step, businessKey, jointInspectionId, department, null, taskName, null, dueAt);
  }
}

package cn.jointinspection.inspection;

import java.time.LocalDate;
import java.util.List;

/**
 * The record of a check (检查记录, 三).
 *
 * @param checkedOn day of the check, not after today and not before the notice
 * @param record what was seen; not public
 * @param findings one for each matter, at least one
 * @param answers one for each point of the checklists of these matters
 * @param present certificate numbers of those who checked, at least two of the team now in force
 */
public record CheckRecord(
    Method method, LocalDate checkedOn, String record, List<Finding> findings, List<PointAnswer> answers,
    List<String> present) {

  public CheckRecord {
    findings = findings == null ? List.of() : List.copyOf(findings);
    answers = answers == null ? List.of() : List.copyOf(answers);
    present = present == null ? List.of() : List.copyOf(present);
  }
}

package cn.jointinspection.inspection;

import java.time.LocalDate;
import java.util.List;

/**
 * The result of a department's check as entered (录入).
 *
 * @param results at least one
 * @param statement published with the result; nullable
 * @param followUps at least one
 */
public record ResultEntry(List<Result> results, String statement, List<FollowUp> followUps) {

  public ResultEntry {
    results = results == null ? List.of() : List.copyOf(results);
    followUps = followUps == null ? List.of() : List.copyOf(followUps);
  }

  /**
   * @param code of the newest version of the result table
   * @param note needed by some codes, else nullable
   */
  public record Result(String code, String note) {}

  /**
   * @param note needed with OTHER, else nullable
   * @param targetDepartment the body in charge; only with REFER
   * @param closedOn day it was settled; null while open
   */
  public record FollowUp(FollowUpCode code, String note, String targetDepartment, LocalDate closedOn) {}
}

package cn.jointinspection.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One department's part of the inspection of one object (部门检查). What a step has not yet given is null.
 *
 * @param team those now in force, the leader first
 */
public record DepartmentCheck(
    long id,
    String objectInspectionId,
    String jointInspectionId,
    String department,
    CheckStatus status,
    Method method,
    LocalDate checkedOn,
    String record,
    String checkedBy,
    Instant checkedAt,
    String statement,
    String enteredBy,
    Instant enteredAt,
    String reviewedBy,
    Instant reviewedAt,
    String reviewNote,
    Instant publishedAt,
    List<TeamMember> team,
    int version) {

  /** Certificate number of the team's leader; null if nobody is left in the team. */
  public String leader() {
    return team.isEmpty() ? null : team.get(0).inspector();
  }

  /** Whether so many are left that a check is lawful: two. */
  public boolean canBeCarriedOut() {
    return team.size() >= 2;
  }

  /** The same with this team. */
  DepartmentCheck with(List<TeamMember> now) {
    return new DepartmentCheck(id, objectInspectionId, jointInspectionId, department, status, method, checkedOn, record,
        checkedBy, checkedAt, statement, enteredBy, enteredAt, reviewedBy, reviewedAt, reviewNote, publishedAt, now,
        version);
  }

  public boolean hasInTeam(String inspector) {
    return team.stream().anyMatch(member -> member.inspector().equals(inspector));
  }
}

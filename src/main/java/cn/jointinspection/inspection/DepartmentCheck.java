package cn.jointinspection.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One department's part of the inspection of one object (部门检查). What a step has not yet given is null.
 *
 * @param publishedAt null until it is published
 * @param team those now in force, the leader first
 */
public record DepartmentCheck(
    long id,
    String objectInspectionId,
    String jointInspectionId,
    String department,
    CheckStatus status,
    Examination examination,
    Entry entry,
    Review review,
    Instant publishedAt,
    List<TeamMember> team,
    int version) {

  /** How and when the object was checked, what was seen, and who recorded it when (三). */
  public record Examination(Method method, LocalDate on, String record, String by, Instant at) {}

  /** Who entered the result when (谁检查、谁录入). @param statement published with it; null where there is none */
  public record Entry(String statement, String by, Instant at) {}

  /** Who approved the result or sent it back, and when. */
  public record Review(String by, Instant at, String note) {}

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
    return new DepartmentCheck(id, objectInspectionId, jointInspectionId, department, status, examination, entry, review,
        publishedAt, now, version);
  }

  public boolean hasInTeam(String inspector) {
    return team.stream().anyMatch(member -> member.inspector().equals(inspector));
  }
}

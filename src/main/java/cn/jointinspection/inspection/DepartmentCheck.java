package cn.jointinspection.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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

  /** Whether so many are left that a check is lawful: two. */
  public boolean canBeCarriedOut() {
    return team.size() >= 2;
  }

  /** The same with this team. */
  DepartmentCheck with(List<TeamMember> now) {
    return new DepartmentCheck(id, objectInspectionId, jointInspectionId, department, status, examination, entry, review,
        publishedAt, now, version);
  }

  /** Whether the inspector with this certificate number is in the team. */
  public boolean hasInTeam(String inspector) {
    return team.stream().anyMatch(member -> member.inspector().equals(inspector));
  }

  /** Whoever of the team signs in with this account; nobody for null. */
  public Optional<TeamMember> signingInAs(String account) {
    return team.stream().filter(member -> member.account() != null && member.account().equals(account)).findFirst();
  }

  /** Accounts of the team, the leader's first; whoever cannot sign in is passed over, and the next one leads. */
  public List<String> accounts() {
    return team.stream().filter(TeamMember::inForce).map(TeamMember::account).filter(Objects::nonNull).toList();
  }
}

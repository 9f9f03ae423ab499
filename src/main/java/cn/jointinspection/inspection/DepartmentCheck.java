package cn.jointinspection.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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

  /** Whether so many are left that a check is lawful: two. */
  public boolean canBeCarriedOut() {
    return team.size() >= 2;
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
    return team.stream().map(TeamMember::account).filter(Objects::nonNull).toList();
  }
}

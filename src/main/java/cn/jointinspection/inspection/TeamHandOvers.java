package cn.jointinspection.inspection;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An inspector who leaves his department leaves the teams of checks that are still to be made, and a colleague whom the
 * department names comes in for him. What he checked stays his.
 */
@Service
public class TeamHandOvers {

  private static final int LEAST = 2;

  private final DepartmentCheckTable checks;
  private final ObjectInspectionTable objects;
  private final TeamJoining joining;
  private final Inspectors inspectors;
  private final Journal journal;
  private final Clock clock;

  TeamHandOvers(DepartmentCheckTable checks, ObjectInspectionTable objects,
      TeamJoining joining, Inspectors inspectors, Journal journal, Clock clock) {
    this.checks = checks;
    this.objects = objects;
    this.joining = joining;
    this.inspectors = inspectors;
    this.journal = journal;
    this.clock = clock;
  }

  /** The checks that are still to be made or entered in whose team the inspector is. */
  @Transactional(readOnly = true)
  public List<DepartmentCheck> open(String certificateNo) {
    return checks.openOf(certificateNo).stream()
        .filter(check -> check.status() != CheckStatus.ENTERED && check.status() != CheckStatus.APPROVED).toList();
  }

  /**
   * Puts the colleague in the leaver's place wherever a check is still to be made; where it was made and nobody of the
   * team is left to enter it, the colleague joins the team.
   *
   * @param colleague certificate number
   * @throws cn.jointinspection.platform.RuleViolation if the colleague may not join one of the teams, or a team would
   *     be too small
   */
  @Transactional
  public void handOver(String leaver, String colleague, Actor actor) {
    Inspector heir = inspectors.find(colleague).orElseThrow(() -> new TeamRules.OnlyInspectorsInForce(colleague));
    for (DepartmentCheck seen : open(leaver)) {
      ObjectInspection object = objects.lockOfCheck(seen.id());
      DepartmentCheck check = checks.get(seen.id());
      if (check.status() == CheckStatus.PENDING) {
        replace(check, object, leaver, heir, actor);
      } else if (check.team().stream().noneMatch(member -> entersFor(member, leaver))) {
        join(check, object, heir, actor);
      }
    }
  }

  private void replace(DepartmentCheck check, ObjectInspection object, String leaver, Inspector heir, Actor actor) {
    checks.removeMember(check.id(), leaver, OffsetDateTime.now(clock));
    if (!check.hasInTeam(heir.certificateNo())) {
      join(check, object, heir, actor);
    } else if (check.team().size() <= LEAST) {
      throw new TeamRules.TeamWouldBeTooSmall(object.objectName(), heir.name());
    }
    journal.ofCheck(actor, check, "离岗交接", leaver + " 退出，" + heir.certificateNo() + " 接手");
  }

  private void join(DepartmentCheck check, ObjectInspection object, Inspector heir, Actor actor) {
    joining.mayJoin(check, heir);
    checks.addMember(check.id(), heir.certificateNo(), "DESIGNATED");
    if (check.status() != CheckStatus.PENDING) {
      journal.ofCheck(actor, check, "离岗交接", heir.certificateNo() + " 接手录入");
    }
  }

  private static boolean entersFor(TeamMember member, String leaver) {
    return !member.inspector().equals(leaver) && member.inForce() && member.account() != null;
  }
}

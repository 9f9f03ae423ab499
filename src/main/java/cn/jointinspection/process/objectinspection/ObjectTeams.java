package cn.jointinspection.process.objectinspection;

import cn.jointinspection.inspection.DepartmentCheck;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.TeamMember;
import cn.jointinspection.platform.PerTransaction;
import cn.jointinspection.platform.RuleViolation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Gives the work on one object to the drawn inspectors by name; {@link TeamMember} knows their accounts. */
@Component("objectTeams")
public class ObjectTeams {

  private static final Set<String> OF_TEAM = Set.of(ObjectInspectionProcess.USER_TASK_GIVE_NOTICE,
      ObjectInspectionProcess.USER_TASK_RECORD_CHECK, ObjectInspectionProcess.USER_TASK_ENTER_RESULT);

  private final DepartmentChecks checks;
  private final TaskService tasks;
  private final AuthorizationService authorizations;
  /** The model asks for a team twice for each of its tasks. */
  private final PerTransaction<List<String>, List<String>> teams = new PerTransaction<>();

  ObjectTeams(DepartmentChecks checks, @Lazy TaskService tasks, @Lazy AuthorizationService authorizations) {
    this.checks = checks;
    this.tasks = tasks;
    this.authorizations = authorizations;
  }

  /** Called by the model. @return account of the team's leader; null if nobody is left */
  public String leader(String objectInspectionId, String department) {
    return members(objectInspectionId, department).stream().findFirst().orElse(null);
  }

  /**
   * Called by the model.
   *
   * @return accounts of all in the team, the leader's first
   * @throws NobodyInTeamSignsIn if the work would go to nobody though a team was drawn
   */
  public List<String> members(String objectInspectionId, String department) {
    return teams.get(
        List.of(objectInspectionId, department), () -> accounts(checks.get(objectInspectionId, department)));
  }

  private static List<String> accounts(DepartmentCheck check) {
    List<String> accounts = check.accounts();
    if (accounts.isEmpty() && !check.team().isEmpty()) {
      throw new NobodyInTeamSignsIn(check);
    }
    return accounts;
  }

  /** Hands the department's open tasks on this object to the team as it stands now (回避制度, 三). */
  void handOver(String processInstanceId, String objectInspectionId, String department) {
    teams.forget();
    DepartmentCheck check = checks.get(objectInspectionId, department);
    tasks.createTaskQuery().processInstanceId(processInstanceId)
        .taskDefinitionKeyIn(
            ObjectInspectionProcess.USER_TASK_GIVE_NOTICE, ObjectInspectionProcess.USER_TASK_RECORD_CHECK)
        .list().stream()
        .filter(task -> department.equals(departmentOf(task)))
        .forEach(task -> handOver(task, check));
  }

  /** Whether the task is given to a team by name, and not offered to a group. */
  public static boolean isOfTeam(Task task) {
    return OF_TEAM.contains(task.getTaskDefinitionKey());
  }

  /** Hands a task that {@link #isOfTeam} to the team as it stands now; whoever left it loses his grant at once. */
  public void handOver(Task task) {
    teams.forget();
    Object object = tasks.getVariable(task.getId(), ObjectInspectionProcess.VARIABLE_OBJECT_INSPECTION_ID);
    handOver(task, checks.get(String.valueOf(object), departmentOf(task)));
  }

  private void handOver(Task task, DepartmentCheck check) {
    List<String> now = accounts(check);
    Set<String> before = tasks.getIdentityLinksForTask(task.getId()).stream()
        .filter(link -> link.getUserId() != null && "candidate".equals(link.getType()))
        .map(IdentityLink::getUserId).collect(Collectors.toSet());
    before.stream().filter(account -> !now.contains(account))
        .forEach(account -> tasks.deleteCandidateUser(task.getId(), account));
    now.stream().filter(account -> !before.contains(account))
        .forEach(account -> tasks.addCandidateUser(task.getId(), account));
    if (task.getAssignee() == null || !now.contains(task.getAssignee())) {
      tasks.setAssignee(task.getId(), now.isEmpty() ? null : now.get(0));
    }
    revoke(task.getId(), now);
  }

  /** The engine leaves a former candidate his grant on the task until it ends. */
  private void revoke(String taskId, List<String> team) {
    authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(taskId).list().stream()
        .filter(grant -> grant.getUserId() != null && !team.contains(grant.getUserId()))
        .map(Authorization::getId)
        .forEach(authorizations::deleteAuthorization);
  }

  private String departmentOf(Task task) {
    boolean notice = ObjectInspectionProcess.USER_TASK_GIVE_NOTICE.equals(task.getTaskDefinitionKey());
    String variable = notice
        ? ObjectInspectionProcess.VARIABLE_LEAD_DEPARTMENT : ObjectInspectionProcess.VARIABLE_DEPARTMENT;
    Object department = tasks.getVariable(task.getId(), variable);
    if (department == null) {
      throw new IllegalStateException("task without " + variable + ": " + task.getTaskDefinitionKey());
    }
    return department.toString();
  }

  /** Where no person waits for the step it becomes an incident, to be tried again once an account is there. */
  static final class NobodyInTeamSignsIn extends RuleViolation {
    NobodyInTeamSignsIn(DepartmentCheck check) {
      super("检查组 " + check.team().stream().map(member -> member.name() + "（" + member.inspector() + "）")
          .collect(Collectors.joining("、")) + " 都没有可用的登录账号，" + check.objectInspectionId()
          + " 的任务没有人能收到，未作任何更改。请登记员为其补登账号后再办一次；流程停在 Cockpit 中的，补登后在那里重试。");
    }
  }
}

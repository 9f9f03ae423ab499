package cn.jointinspection.process.objectinspection;

import cn.jointinspection.inspection.DepartmentCheck;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.TeamMember;
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

/** Gives the work on one object to the drawn inspectors by name; an inspector's account is his certificate number. */
@Component("objectTeams")
public class ObjectTeams {

  private final DepartmentChecks checks;
  private final TaskService tasks;
  private final AuthorizationService authorizations;

  ObjectTeams(DepartmentChecks checks, @Lazy TaskService tasks, @Lazy AuthorizationService authorizations) {
    this.checks = checks;
    this.tasks = tasks;
    this.authorizations = authorizations;
  }

  /** Called by the model. @return account of the team's leader; null if nobody is left */
  public String leader(String objectInspectionId, String department) {
    return members(objectInspectionId, department).stream().findFirst().orElse(null);
  }

  /** Called by the model. @return accounts of all in the team */
  public List<String> members(String objectInspectionId, String department) {
    return checks.team(objectInspectionId, department);
  }

  /** Hands the department's open tasks on this object to the team as it stands now (回避制度, 三). */
  void handOver(String processInstanceId, String objectInspectionId, String department) {
    DepartmentCheck check = checks.get(objectInspectionId, department);
    tasks.createTaskQuery().processInstanceId(processInstanceId)
        .taskDefinitionKeyIn(
            ObjectInspectionProcess.USER_TASK_GIVE_NOTICE, ObjectInspectionProcess.USER_TASK_RECORD_CHECK)
        .list().stream()
        .filter(task -> department.equals(departmentOf(task)))
        .forEach(task -> handOver(task, check));
  }

  private void handOver(Task task, DepartmentCheck check) {
    Set<String> now = check.team().stream().map(TeamMember::inspector).collect(Collectors.toSet());
    Set<String> before = tasks.getIdentityLinksForTask(task.getId()).stream()
        .filter(link -> link.getUserId() != null && "candidate".equals(link.getType()))
        .map(IdentityLink::getUserId).collect(Collectors.toSet());
    before.stream().filter(account -> !now.contains(account))
        .forEach(account -> tasks.deleteCandidateUser(task.getId(), account));
    now.stream().filter(account -> !before.contains(account))
        .forEach(account -> tasks.addCandidateUser(task.getId(), account));
    if (task.getAssignee() == null || !now.contains(task.getAssignee())) {
      tasks.setAssignee(task.getId(), check.leader());
    }
    revoke(task.getId(), now);
  }

  /** The engine leaves a former candidate his grant on the task until it ends. */
  private void revoke(String taskId, Set<String> team) {
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
}

package cn.jointinspection.staff.people;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.inspection.DepartmentCheck;
import cn.jointinspection.inspection.TeamHandOvers;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.process.objectinspection.ObjectTeams;
import cn.jointinspection.registry.People;
import cn.jointinspection.registry.Person;
import cn.jointinspection.registry.PersonChange;
import cn.jointinspection.registry.Role;
import cn.jointinspection.staff.StaffRefused.HeirIsAColleague;
import cn.jointinspection.staff.StaffRefused.HeirMustInspect;
import cn.jointinspection.staff.StaffRefused.NobodyLeftForTheTask;
import cn.jointinspection.staff.StaffRefused.OpenWorkNeedsAnHeir;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * What becomes of a person's open work when he leaves, moves or gives up a role: a colleague takes it over. Called in
 * the transaction that changed the roster, after it: what he may still do is what counts.
 */
@Component
class HandOver {

  private final TaskService tasks;
  private final IdentityService identity;
  private final AuthorizationService authorizations;
  private final ObjectTeams objectTeams;
  private final TeamHandOvers teams;
  private final People people;
  private final Actors actors;

  HandOver(TaskService tasks, IdentityService identity, AuthorizationService authorizations, ObjectTeams objectTeams,
      TeamHandOvers teams, People people, Actors actors) {
    this.tasks = tasks;
    this.identity = identity;
    this.authorizations = authorizations;
    this.objectTeams = objectTeams;
    this.teams = teams;
    this.people = people;
    this.actors = actors;
  }

  /**
   * Work that is a person's by name and that he may not do any more.
   *
   * @param tasks claimed by him or given to him by name
   * @param checks of objects in whose team he is, whether a task of them is open yet or not
   */
  record OpenWork(List<Task> tasks, List<DepartmentCheck> checks) {

    boolean isEmpty() {
      return tasks.isEmpty() && checks.isEmpty();
    }

    /** Each piece in words, a check once. */
    List<String> inWords() {
      List<String> words = new ArrayList<>();
      tasks.stream().filter(task -> !ObjectTeams.isOfTeam(task))
          .forEach(task -> words.add("待办“" + task.getName() + "”"));
      checks.forEach(check -> words.add("检查 " + check.objectInspectionId() + "（" + check.status().text() + "）"));
      return words;
    }
  }

  /**
   * Hands over what the change leaves open.
   *
   * @param heir account of the colleague; null if none is named
   * @throws OpenWorkNeedsAnHeir listing the work, if there is any and none is named
   * @throws HeirIsAColleague if the named one is not in the department that the person belonged to
   */
  void after(PersonChange change, String heir, Actor by) {
    if (!change.losesWork()) {
      return;
    }
    actors.unrestricted(() -> {
      OpenWork open = open(change);
      if (!open.isEmpty()) {
        handOver(open, change, colleague(change, heir, open), by);
      }
      revoke(change.now().account());
      return null;
    });
  }

  private OpenWork open(PersonChange change) {
    Person now = change.now();
    Set<String> groups = groups(now.account());
    boolean checksOn = now.inspects() && now.department().equals(change.before().department());
    List<DepartmentCheck> checks = checksOn || change.before().certificateNo() == null
        ? List.of() : teams.open(change.before().certificateNo());
    List<Task> his = tasks.createTaskQuery().or().taskAssignee(now.account()).taskCandidateUser(now.account())
        .includeAssignedTasks().endOr().initializeFormKeys().list().stream()
        .filter(task -> ObjectTeams.isOfTeam(task) ? !checksOn : offeredTo(task).stream().noneMatch(groups::contains))
        .toList();
    return new OpenWork(his, checks);
  }

  private Person colleague(PersonChange change, String heir, OpenWork open) {
    Person before = change.before();
    if (heir == null || heir.isBlank()) {
      throw new OpenWorkNeedsAnHeir(before.name(), open.inWords());
    }
    Person colleague = people.get(heir);
    if (!colleague.inForce() || !colleague.department().equals(before.department())
        || colleague.account().equals(before.account())) {
      throw new HeirIsAColleague(colleague.name());
    }
    return colleague;
  }

  private void handOver(OpenWork open, PersonChange change, Person heir, Actor by) {
    if (!open.checks().isEmpty()) {
      if (!heir.is(Role.INSPECTOR)) {
        throw new HeirMustInspect(heir.name());
      }
      teams.handOver(change.before().certificateNo(), heir.certificateNo(), by);
    }
    Set<String> heirsGroups = groups(heir.account());
    for (Task task : open.tasks()) {
      if (ObjectTeams.isOfTeam(task)) {
        objectTeams.handOver(task);
      } else {
        toColleague(task, change.now().account(), heir, heirsGroups);
      }
    }
  }

  /** To the colleague if his roles let him do it, otherwise back to the group to whom it was offered. */
  private void toColleague(Task task, String former, Person heir, Set<String> heirsGroups) {
    Set<String> offered = offeredTo(task);
    tasks.deleteCandidateUser(task.getId(), former);
    if (offered.isEmpty() || offered.stream().anyMatch(heirsGroups::contains)) {
      tasks.setAssignee(task.getId(), heir.account());
    } else if (offered.stream().anyMatch(this::hasMembers)) {
      tasks.setAssignee(task.getId(), null);
    } else {
      throw new NobodyLeftForTheTask(task.getName());
    }
  }

  private boolean hasMembers(String group) {
    return identity.createUserQuery().memberOfGroup(group).count() > 0;
  }

  private Set<String> offeredTo(Task task) {
    return tasks.getIdentityLinksForTask(task.getId()).stream()
        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
        .map(IdentityLink::getGroupId).collect(Collectors.toSet());
  }

  private Set<String> groups(String account) {
    return identity.createGroupQuery().groupMember(account).list().stream().map(Group::getId)
        .collect(Collectors.toSet());
  }

  /** The engine leaves grants on tasks to whoever once had them: only those on what is still his stay. */
  private void revoke(String account) {
    Set<String> his = tasks.createTaskQuery().or().taskAssignee(account).taskCandidateUser(account)
        .includeAssignedTasks().endOr().list().stream().map(Task::getId).collect(Collectors.toSet());
    authorizations.createAuthorizationQuery().resourceType(Resources.TASK).userIdIn(account).list().stream()
        .filter(grant -> !his.contains(grant.getResourceId()))
        .map(Authorization::getId).forEach(authorizations::deleteAuthorization);
  }
}

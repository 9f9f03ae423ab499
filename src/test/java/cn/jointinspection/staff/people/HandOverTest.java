package cn.jointinspection.staff.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.process.County;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.jointinspection.Journey;
import cn.jointinspection.process.objectinspection.ObjectInspectionProcess;
import cn.jointinspection.registry.People;
import cn.jointinspection.registry.Person;
import cn.jointinspection.registry.Role;
import cn.jointinspection.staff.StaffRefused.HeirIsAColleague;
import cn.jointinspection.staff.StaffRefused.HeirMustInspect;
import cn.jointinspection.staff.StaffRefused.NobodyLeftForTheTask;
import cn.jointinspection.staff.StaffRefused.OpenWorkNeedsAnHeir;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("离岗、调动和减去角色：未办结的工作交给部门指定的同事，权限当即收回")
class HandOverTest extends Journey {

  private static final Actor REGISTRAR = new Actor("registrar1", "示例登记员", Set.of("registrars"));

  @Autowired private RosterDesk desk;
  @Autowired private People people;
  @Autowired private DepartmentChecks checks;
  @Autowired private AuthorizationService authorizations;

  @BeforeEach
  void aCountyOfHotels() {
    county.hotels(8, 6, 4, 2);
    county.inspectors(4);
  }

  @AfterEach
  void gone() {
    identity.clearAuthentication();
    // Accounts outlast a test, and an inspector of the next has no entry in the roster.
    all("select account from person").forEach(identity::deleteUser);
  }

  private void clerk(String account, String department, Role... roles) {
    people.add(new Person(account, "示例" + account, department, Set.of(roles), null, null, true, 0), REGISTRAR);
  }

  private void inspectors(String department, int number) {
    county.inspectors(department, number);
    people.put(IntStream.rangeClosed(1, number).mapToObj(i -> department + "%02d".formatted(i))
        .map(account -> new Person(account, "示例" + account, department, Set.of(Role.INSPECTOR),
            County.certificate(account), null, true, 0)).toList(), REGISTRAR);
  }

  private void leave(String account, String heir) {
    desk.leave(account, people.get(account).version(), heir, REGISTRAR);
  }

  private List<String> assigned(String account) {
    return tasks.createTaskQuery().taskAssignee(account).list().stream().map(Task::getId).toList();
  }

  private long grants(String account) {
    return authorizations.createAuthorizationQuery().resourceType(Resources.TASK).userIdIn(account).count();
  }

  private Task claimedBy(String account) {
    launched("dice");
    Task task = task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, "scjgj");
    identity.setAuthentication(account, List.of("scjgj", "staff"));
    tasks.claim(task.getId(), account);
    identity.clearAuthentication();
    return task;
  }

  @Test
  @DisplayName("认领了部门的任务：不指定接手人的被拒绝并列出工作，指定的当即接手，原办理人办不了")
  void aClaimedTask() {
    clerk("leaver1", "scjgj", Role.CLERK);
    clerk("heir1", "scjgj", Role.CLERK);
    clerk("other1", "xfd", Role.CLERK);
    Task task = claimedBy("leaver1");

    assertThatThrownBy(() -> leave("leaver1", null)).isInstanceOf(OpenWorkNeedsAnHeir.class)
        .hasMessageContaining("示例leaver1还有 1 项工作").hasMessageContaining("会签检查方案");
    assertThat(people.get("leaver1").inForce()).isTrue();
    assertThat(identity.createGroupQuery().groupMember("leaver1").count()).isEqualTo(2);
    for (String wrong : List.of("other1", "leaver1")) {
      assertThatThrownBy(() -> leave("leaver1", wrong)).isInstanceOf(HeirIsAColleague.class);
    }

    leave("leaver1", "heir1");

    assertThat(assigned("heir1")).containsExactly(task.getId());
    assertThat(grants("leaver1")).isZero();
    identity.setAuthentication("leaver1", List.of());
    assertThatThrownBy(() -> complete(task, Map.of("agree", true))).isInstanceOf(AuthorizationException.class);
    identity.setAuthentication("heir1", List.of("scjgj", "staff"));
    complete(task, Map.of("agree", true));
    identity.clearAuthentication();
    assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
  }

  @Test
  @DisplayName("接手人没有办这项任务的角色的，任务退回组里；组里再无别人的拒绝")
  void backToTheGroup() {
    clerk("leaver1", "scjgj", Role.CLERK);
    clerk("reviewer1", "scjgj", Role.REVIEWER);
    Task task = claimedBy("leaver1");
    List<String> members = identity.createUserQuery().memberOfGroup("scjgj").list().stream().map(User::getId)
        .filter(id -> !id.equals("leaver1")).toList();
    members.forEach(member -> identity.deleteMembership(member, "scjgj"));
    assertThatThrownBy(() -> leave("leaver1", "reviewer1")).isInstanceOf(NobodyLeftForTheTask.class);

    clerk("another1", "scjgj", Role.CLERK);
    leave("leaver1", "reviewer1");
    members.forEach(member -> identity.createMembership(member, "scjgj"));

    assertThat(task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, "scjgj").getAssignee()).isNull();
    assertThat(task(JointInspectionProcess.USER_TASK_COSIGN_SCHEME, "scjgj").getId()).isEqualTo(task.getId());
    assertThat(grants("leaver1")).isZero();
  }

  @Test
  @DisplayName("调动和减去角色也要交接；角色还在、增加角色的不用")
  void movingAndGivingUpARole() {
    clerk("leaver1", "scjgj", Role.CLERK, Role.REVIEWER);
    clerk("heir1", "scjgj", Role.CLERK);
    Task task = claimedBy("leaver1");
    Person there = people.get("leaver1");

    assertThatThrownBy(() -> desk.save(edited(there, "scjgj", Role.REVIEWER), null, REGISTRAR))
        .isInstanceOf(OpenWorkNeedsAnHeir.class);
    assertThatThrownBy(() -> desk.save(edited(there, "xfd", Role.CLERK, Role.REVIEWER), null, REGISTRAR))
        .isInstanceOf(OpenWorkNeedsAnHeir.class);
    Person clerk = desk.save(edited(there, "scjgj", Role.CLERK), null, REGISTRAR);
    assertThat(assigned("leaver1")).containsExactly(task.getId());

    desk.save(edited(clerk, "xfd", Role.CLERK), "heir1", REGISTRAR);

    assertThat(assigned("heir1")).containsExactly(task.getId());
    assertThat(grants("leaver1")).isZero();
  }

  private static Person edited(Person person, String department, Role... roles) {
    return new Person(person.account(), person.name(), department, Set.of(roles), person.certificateNo(),
        person.email(), person.inForce(), person.version());
  }

  private List<String> teams(String account) {
    return all("select check_id::text from check_inspector where left_at is null and inspector = '"
        + County.certificate(account) + "' order by check_id");
  }

  @Test
  @Clause("三-10")
  @DisplayName("检查人员离岗：各检查组由接手的检查人员顶上，通知和检查任务随之转手，原人员看不到也办不了")
  void anInspectorLeaves() {
    inspecting();
    inspectors("gaj", 5);
    clerk("clerk1", "gaj", Role.CLERK);
    String leaver = allTasks(ObjectInspectionProcess.USER_TASK_GIVE_NOTICE).get(0).getAssignee();
    List<String> places = teams(leaver);
    List<String> led = assigned(leaver);
    assertThat(places).isNotEmpty();
    assertThat(teams("gaj05")).isEmpty();

    assertThatThrownBy(() -> leave(leaver, null)).isInstanceOf(OpenWorkNeedsAnHeir.class)
        .hasMessageContaining("还有 " + places.size() + " 项工作").hasMessageContaining("待检查");
    assertThatThrownBy(() -> leave(leaver, "clerk1")).isInstanceOf(HeirMustInspect.class);
    assertThat(teams(leaver)).isEqualTo(places);

    leave(leaver, "gaj05");

    assertThat(teams(leaver)).isEmpty();
    assertThat(teams("gaj05")).isEqualTo(places);
    assertThat(assigned(leaver)).isEmpty();
    assertThat(tasks.createTaskQuery().taskCandidateUser(leaver).includeAssignedTasks().count()).isZero();
    assertThat(grants(leaver)).isZero();
    assertThat(grants("gaj05")).isEqualTo(places.size());
    assertThat(led).allSatisfy(task -> assertThat(
        tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNotNull().isNotEqualTo(leaver));
    assertThat(one("select count(*) from journal where action = '离岗交接' and actor = 'registrar1'"))
        .isEqualTo(String.valueOf(places.size()));

    Task notice =
        tasks.createTaskQuery().taskCandidateUser("gaj05").includeAssignedTasks().initializeFormKeys().list().get(0);
    identity.setAuthentication("gaj05", List.of("inspectors", "staff"));
    complete(notice, Map.of("kind", "WRITTEN", "text", "示例通知", "visitOn", LocalDate.of(2024, 4, 8)));
    identity.clearAuthentication();
    assertThat(tasks.createTaskQuery().taskId(notice.getId()).count()).isZero();
  }

  @Test
  @DisplayName("检查过、还没录入的：由同组还在岗的人员录入，检查人员的记载不变")
  void aCheckThatWasMade() {
    inspecting();
    inspectorsComplete(ObjectInspectionProcess.USER_TASK_GIVE_NOTICE,
        task -> Map.of("kind", "WRITTEN", "text", "示例通知", "visitOn", LocalDate.of(2024, 4, 8)));
    at(LocalDateTime.of(2024, 4, 10, 17, 0));
    inspectorsComplete(ObjectInspectionProcess.USER_TASK_RECORD_CHECK, this::record);
    inspectors("gaj", 5);
    Task entry = allTasks(ObjectInspectionProcess.USER_TASK_ENTER_RESULT).stream()
        .filter(task -> "gaj".equals(tasks.getVariable(task.getId(), "department"))).findFirst().orElseThrow();
    String leaver = entry.getAssignee();
    List<String> places = teams(leaver);
    String mate = one("""
        select i.account from check_inspector c join inspector i on i.certificate_no = c.inspector
        join department_check d on d.id = c.check_id where d.department = 'gaj' and i.account <> '%s'
          and d.object_inspection_id = '%s'"""
        .formatted(leaver, tasks.getVariable(entry.getId(), "objectInspectionId")));

    leave(leaver, "gaj05");

    assertThat(tasks.createTaskQuery().taskId(entry.getId()).singleResult().getAssignee()).isEqualTo(mate);
    assertThat(teams(leaver)).isEqualTo(places);
    assertThat(teams("gaj05")).isEmpty();
    assertThat(assigned(leaver)).isEmpty();
    assertThat(grants(leaver)).isZero();
  }

  @Test
  @DisplayName("已在组里的同事接手会使检查组不足两人的拒绝，什么也没有变")
  void teamsStayLargeEnough() {
    inspecting();
    inspectors("gaj", 4);
    long check = Long.parseLong(one("select min(id) from department_check where department = 'gaj'"));
    List<String> team = checks.get(check).accounts();

    assertThatThrownBy(() -> leave(team.get(0), team.get(1))).hasMessageContaining("不足两人");

    assertThat(checks.get(check).accounts()).isEqualTo(team);
    assertThat(people.get(team.get(0)).inForce()).isTrue();
  }
}

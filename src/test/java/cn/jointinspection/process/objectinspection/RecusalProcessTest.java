package cn.jointinspection.process.objectinspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import cn.jointinspection.engine.EngineRefused.NoSuchTask;
import cn.jointinspection.inspection.CheckStatus;
import cn.jointinspection.inspection.RecusalRequests;
import cn.jointinspection.inspection.TeamMember;
import cn.jointinspection.registry.RecusalReason;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("回避：检查前随时可以申请，批准后当即换人")
class RecusalProcessTest extends ObjectProcessTest {

  private static final String NONCE = "a".repeat(64);

  @Autowired RecusalController recusals;
  @Autowired RecusalRequests requests;

  private void ask(String account, Task task, String inspector) {
    as(account, () ->
        recusals.ask(task.getId(), new RecusalController.Asked(inspector, RecusalReason.KINSHIP, "示例说明")));
  }

  private void decide(String id, boolean approve) {
    Task task = task(id, ObjectInspectionProcess.USER_TASK_DECIDE_RECUSAL);
    String department = (String) engine.getTaskService().getVariable(task.getId(), "department");
    long request = openRequest(task);
    complete(department + "Reviewer1", task, approve
        ? Map.of("requestId", request, "approve", true, "nonce", NONCE)
        : Map.of("requestId", request, "approve", false, "note", "示例理由"));
  }

  private long openRequest(Task task) {
    String id = (String) engine.getTaskService().getVariable(task.getId(), "objectInspectionId");
    String department = (String) engine.getTaskService().getVariable(task.getId(), "department");
    return requests.open(checks.get(id, department).id()).get(0).id();
  }

  @Test
  @Clause("三-10")
  @DisplayName("批准后任务转给下一位组长，被回避的人当即看不到也办不了，补入的人可以办理")
  void approved() {
    scene.redraws("SJ001", "SJ004");
    String id = started();
    notice(id);
    Task task = task(id, ObjectInspectionProcess.USER_TASK_RECORD_CHECK, "scjgj");

    ask("sj001", task, "SJ001");
    decide(id, true);

    Task handedOver = task(id, ObjectInspectionProcess.USER_TASK_RECORD_CHECK, "scjgj");
    assertThat(handedOver.getId()).isEqualTo(task.getId());
    assertThat(handedOver.getAssignee()).isEqualTo("sj002");
    assertThat(as("sj001", () -> engine.getTaskService().createTaskQuery().taskId(task.getId()).count())).isZero();
    assertThatThrownBy(() -> complete("sj001", task, record("SJ002", "SJ004")))
        .isInstanceOf(AuthorizationException.class);
    check(id, "scjgj", "SJ004", "SJ002");
    assertThat(checks.get(id, "scjgj").status()).isEqualTo(CheckStatus.CHECKED);
    assertThat(task(id, ObjectInspectionProcess.USER_TASK_RECORD_CHECK, "gaj").getAssignee()).isEqualTo("ga001");
  }

  @Test
  @DisplayName("被回避的组员不是办理人时，权限同样当即收回，组长不变")
  void candidateLosesGrant() {
    scene.redraws("SJ002", "SJ003");
    String id = started();
    notice(id);
    Task task = task(id, ObjectInspectionProcess.USER_TASK_RECORD_CHECK, "scjgj");

    ask("sj001", task, "SJ002");
    decide(id, true);

    assertThat(task(id, ObjectInspectionProcess.USER_TASK_RECORD_CHECK, "scjgj").getAssignee()).isEqualTo("sj001");
    assertThat(engine.getAuthorizationService().createAuthorizationQuery().resourceType(Resources.TASK)
        .resourceId(task.getId()).list()).extracting(grant -> grant.getUserId())
        .containsExactlyInAnyOrder("sj001", "sj003");
  }

  @Test
  @Clause("三-10")
  @DisplayName("下达通知前也可申请，通知任务随之转办")
  void beforeNotice() {
    scene.redraws("GA001", "GA003");
    String id = started();

    ask("ga001", task(id, ObjectInspectionProcess.USER_TASK_GIVE_NOTICE), "GA001");
    decide(id, true);

    assertThat(task(id, ObjectInspectionProcess.USER_TASK_GIVE_NOTICE).getAssignee()).isEqualTo("ga002");
  }

  @Test
  @Clause("三-10")
  @DisplayName("原因和说明只给本人、申请人、经办、审核、登记员和纪检看，同组的其他人只看到有人申请回避")
  void reasonsAreForFew() {
    String id = started();
    notice(id);
    Task task = task(id, ObjectInspectionProcess.USER_TASK_RECORD_CHECK, "scjgj");
    ask("sj001", task, "SJ001");

    for (String colleague : List.of("sj002", "bgsStaff1")) {
      assertThat(as(colleague, () -> view(task))).as(colleague).contains("\"name\":\"示例检查员SJ1\"", "\"reason\":null")
          .doesNotContain("示例说明");
    }
    Task decision = task(id, ObjectInspectionProcess.USER_TASK_DECIDE_RECUSAL);
    for (String knows : List.of("sj001", "jjjcStaff1")) {
      assertThat(as(knows, () -> view(task))).as(knows).contains("\"reason\":\"亲属关系\"", "示例说明");
    }
    assertThat(as("scjgjReviewer1", () -> view(decision))).contains("\"reason\":\"亲属关系\"", "示例说明");
    for (String other : List.of("sj002", "gajReviewer1")) {
      assertThatThrownBy(() -> as(other, () -> view(decision))).as(other).isInstanceOf(AuthorizationException.class);
    }
  }

  @Test
  @DisplayName("不同意的，检查组和任务不变")
  void refused() {
    String id = started();
    notice(id);
    ask("sj001", task(id, ObjectInspectionProcess.USER_TASK_RECORD_CHECK, "scjgj"), "SJ001");
    decide(id, false);

    assertThat(tasks(id, ObjectInspectionProcess.USER_TASK_DECIDE_RECUSAL)).isEmpty();
    check(id, "scjgj", "SJ001", "SJ002");
  }

  @Test
  @Clause("三-10")
  @DisplayName("无人可补、在组不足两人的，由审核人员指定后继续")
  void designated() {
    scene.redraws("SJ001", null);
    String id = started();
    notice(id);
    ask("sj001", task(id, ObjectInspectionProcess.USER_TASK_RECORD_CHECK, "scjgj"), "SJ001");
    decide(id, true);

    complete("scjgjReviewer1", task(id, ObjectInspectionProcess.USER_TASK_DESIGNATE_INSPECTOR),
        Map.of("inspector", "SJ003", "note", "示例理由"));

    assertThat(checks.get(id, "scjgj").team()).extracting(TeamMember::inspector).containsExactly("SJ002", "SJ003");
    check(id, "scjgj", "SJ003", "SJ002");
    assertThat(tasks(id, ObjectInspectionProcess.USER_TASK_DESIGNATE_INSPECTOR)).isEmpty();
  }

  @Test
  @DisplayName("审批和指定逾期的转督办，任务仍可办理")
  void late() {
    scene.redraws("SJ001", null);
    String id = started();
    notice(id);
    ask("sj001", task(id, ObjectInspectionProcess.USER_TASK_RECORD_CHECK, "scjgj"), "SJ001");
    remindersOf(LocalDate.of(2024, 3, 20));
    assertThat(remindedBefore(id, "decideRecusal")).isEmpty();
    remindersOf(LocalDate.of(2024, 3, 21));
    assertThat(remindedBefore(id, "decideRecusal")).containsExactly("scjgj");
    firesAt(id, ObjectInspectionProcess.EVENT_DECIDE_RECUSAL_DEADLINE, LocalDateTime.of(2024, 3, 22, 23, 59, 59));
    decide(id, true);
    assertThat(task(id, ObjectInspectionProcess.USER_TASK_DESIGNATE_INSPECTOR).getFollowUpDate())
        .isEqualTo("2024-03-21T09:00:00");
    firesAt(id, ObjectInspectionProcess.EVENT_DESIGNATE_DEADLINE, LocalDateTime.of(2024, 3, 22, 23, 59, 59));

    complete("scjgjReviewer1", task(id, ObjectInspectionProcess.USER_TASK_DESIGNATE_INSPECTOR),
        Map.of("inspector", "SJ003", "note", "示例理由"));
    assertThat(checks.get(id, "scjgj").canBeCarriedOut()).isTrue();
  }

  @Test
  @DisplayName("两个部门同时申请回避，各由本部门审批，互不影响")
  void twoDepartments() {
    scene.redraws("SJ001", "SJ003");
    scene.redraws("XF001", "XF003");
    String id = started();
    notice(id);
    ask("sj001", task(id, ObjectInspectionProcess.USER_TASK_RECORD_CHECK, "scjgj"), "SJ001");
    ask("xf001", task(id, ObjectInspectionProcess.USER_TASK_RECORD_CHECK, "xfd"), "XF001");

    Task ofXfd = task(id, ObjectInspectionProcess.USER_TASK_DECIDE_RECUSAL, "xfd");
    complete("xfdReviewer1", ofXfd, Map.of("requestId", openRequest(ofXfd), "approve", true, "nonce", NONCE));

    assertThat(checks.get(id, "xfd").accounts()).startsWith("xf002");
    assertThat(checks.get(id, "scjgj").accounts()).startsWith("sj001");
    assertThat(task(id, ObjectInspectionProcess.USER_TASK_DECIDE_RECUSAL, "scjgj")).isNotNull();
  }

  @Test
  @DisplayName("看不到任务的人不能借它申请回避")
  void outsider() {
    String id = started();
    Task task = task(id, ObjectInspectionProcess.USER_TASK_GIVE_NOTICE);

    assertThatThrownBy(() -> ask("sj004", task, "GA001")).isInstanceOf(NoSuchTask.class);
    assertThat(tasks(id, ObjectInspectionProcess.USER_TASK_DECIDE_RECUSAL)).isEmpty();
  }
}

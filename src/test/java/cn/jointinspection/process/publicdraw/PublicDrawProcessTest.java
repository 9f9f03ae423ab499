package cn.jointinspection.process.publicdraw;

import static cn.jointinspection.process.County.DEPARTMENTS;
import static cn.jointinspection.process.County.INSPECTION;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.jointinspection.Journey;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("公开抽取流程（三）")
class PublicDrawProcessTest extends Journey {

  private ProcessInstance draw() {
    return instance(PublicDrawProcess.KEY, INSPECTION);
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  private void enterValue() {
    completeAs("bgsStaff1", "bgs", task(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE),
        Map.of("abandon", false, "value", "20237331"));
  }

  @Test
  @DisplayName("到期未提交随机数的部门记为缺席并督办，抽取继续")
  void whoeverIsLateIsMissing() {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    frozen("dice");
    ProcessInstance draw = draw();
    List.of("gaj", "scjgj", "wsjds").forEach(this::contribute);
    Job deadline = jobs(PublicDrawProcess.EVENT_CONTRIBUTE_DEADLINE).get(0);
    org.assertj.core.api.Assertions.assertThat(deadline.getDuedate())
        .isEqualTo(date(LocalDateTime.of(2024, 3, 22, 23, 59, 59)));
    org.assertj.core.api.Assertions.assertThat(jobs(PublicDrawProcess.EVENT_CONTRIBUTE_REMINDER).get(0).getDuedate())
        .isEqualTo(date(LocalDateTime.of(2024, 3, 21, 9, 0)));

    at(LocalDateTime.of(2024, 3, 23, 0, 0));
    executeJobs(PublicDrawProcess.EVENT_CONTRIBUTE_DEADLINE);
    runAsyncSteps();

    assertThat(draw).isWaitingAt(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE);
    org.assertj.core.api.Assertions.assertThat(one("""
        select step || ' ' || department from supervision_order
        """)).isEqualTo("contribute xfd");
    enterValue();
    completeAs("jjjcStaff1", "jjjc", task(PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE), Map.of("confirm", true));
    runAsyncSteps();
    org.assertj.core.api.Assertions.assertThat(one(
            "select convert_from(content, 'UTF8') from draw_file where name = 'transcript.json'"))
        .contains("\"xfd\": \"MISSING\"");
  }

  @Test
  @DisplayName("临近期限只提醒，任务仍在")
  void reminderTakesNothingAway() {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    frozen("dice");

    executeJobs(PublicDrawProcess.EVENT_CONTRIBUTE_REMINDER);

    org.assertj.core.api.Assertions.assertThat(allTasks(PublicDrawProcess.USER_TASK_CONTRIBUTE_NONCE)).hasSize(4);
    org.assertj.core.api.Assertions.assertThat(one("select count(*) from reminder where step = 'contribute'"))
        .isEqualTo("4");
    org.assertj.core.api.Assertions.assertThat(one("select count(*) from supervision_order")).isEqualTo("0");
  }

  @Test
  @DisplayName("见证人不同意的，退回重录；录入人、见证人须是两个单位的两个人")
  void disputedValueIsEnteredAnew() {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    frozen("dice");
    ProcessInstance draw = draw();
    DEPARTMENTS.forEach(this::contribute);
    runAsyncSteps();
    enterValue();
    Task witness = task(PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE);
    as("bgsStaff1", "bgs");
    assertThatThrownBy(() -> complete(witness, Map.of("confirm", true))).hasStackTraceContaining("AuthorizationException");

    completeAs("jjjcStaff1", "jjjc", witness, Map.of("confirm", false, "note", "第三位不一致"));

    assertThat(draw).isWaitingAt(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE);
    assertThat(draw).hasNotPassed(PublicDrawProcess.SERVICE_TASK_DRAW_LOTS);
    org.assertj.core.api.Assertions.assertThat(one("select status from draw")).isEqualTo("CLOSED");
  }

  @Test
  @DisplayName("作废的抽取保留编号和原因，退回发起部门；下一次接着编号")
  void abandonedDrawKeepsItsNumber() {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    ProcessInstance inspection = frozen("dice");
    DEPARTMENTS.forEach(this::contribute);
    runAsyncSteps();

    completeAs("bgsStaff1", "bgs", task(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE),
        Map.of("abandon", true, "reason", "骰子遗失"));
    runAsyncSteps();

    assertThat(inspection).isWaitingAt(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION);
    org.assertj.core.api.Assertions.assertThat(one("select abandoned_reason from draw where number = 1"))
        .isEqualTo("骰子遗失");
    completeAs("gajStaff1", "gaj", task(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION), scheme("dice"));
    List.of("scjgj", "wsjds", "xfd").forEach(department -> cosign(department, true));
    runAsyncSteps();
    org.assertj.core.api.Assertions.assertThat(one("select id from draw where number = 2")).isEqualTo(INSPECTION + "-2");
    org.assertj.core.api.Assertions.assertThat(one("select prev from draw where number = 2"))
        .isEqualTo(one("select \"freeze\" from draw where number = 1"));
  }

  @Test
  @DisplayName("不使用公开随机值的，两个部门提交即可抽取，不足两个的作废")
  void withoutPublicValue() {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    ProcessInstance inspection = frozen("none");
    contribute("gaj");
    executeJobs(PublicDrawProcess.EVENT_CONTRIBUTE_DEADLINE);
    runAsyncSteps();
    assertThat(inspection).isWaitingAt(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION);
    org.assertj.core.api.Assertions.assertThat(one("select status from draw")).isEqualTo("ABANDONED");

    completeAs("gajStaff1", "gaj", task(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION), scheme("none"));
    List.of("scjgj", "wsjds", "xfd").forEach(department -> cosign(department, true));
    runAsyncSteps();
    contribute("gaj");
    contribute("xfd");
    executeJobs(PublicDrawProcess.EVENT_CONTRIBUTE_DEADLINE);
    runAsyncSteps();

    assertThat(inspection).isWaitingAt(JointInspectionProcess.USER_TASK_ACCEPT_ASSIGNMENT);
    org.assertj.core.api.Assertions.assertThat(one("select status from draw where number = 2")).isEqualTo("DRAWN");
  }

  @Test
  @DisplayName("人员有缺口的，由办公室逐项决定；不足两人的不能就这样检查")
  void shortfallsAreDecidedByPeople() {
    county.hotels(2, 1, 1, 1);
    county.inspectors(6);
    jdbc.sql("update inspector set certificate_expires_on = '2024-03-01' where department = 'xfd' and certificate_no > 'xfd01'")
        .update();
    ProcessInstance inspection = drawn();
    assertThat(draw()).isWaitingAt(PublicDrawProcess.USER_TASK_RESOLVE_SHORTFALLS);
    jdbc.sql("update inspector set certificate_expires_on = '2025-12-31' where department = 'xfd'").update();
    Task resolve = task(PublicDrawProcess.USER_TASK_RESOLVE_SHORTFALLS);

    as("bgsStaff1", "bgs");
    assertThatThrownBy(() -> complete(resolve, decisions(null))).hasMessageContaining("不足两人");
    complete(resolve, decisions("xfd02"));

    assertThat(inspection).isWaitingAt(JointInspectionProcess.USER_TASK_ACCEPT_ASSIGNMENT);
    org.assertj.core.api.Assertions.assertThat(one(
            "select count(*) from check_inspector where inspector = 'xfd02' and left_at is null"))
        .isEqualTo(one("select count(*) from object_inspection"));
  }

  private Map<String, Object> decisions(String inspector) {
    return Map.of("decisions", jdbc.sql("select object_no, department, seq from draw_shortfall order by seq")
        .query((row, n) -> {
          var decision = new java.util.HashMap<String, Object>();
          decision.put("objectNo", row.getString(1));
          decision.put("department", row.getString(2));
          decision.put("seq", row.getInt(3));
          decision.put("inspector", inspector);
          decision.put("reason", "示例理由");
          return decision;
        })
        .list());
  }
}

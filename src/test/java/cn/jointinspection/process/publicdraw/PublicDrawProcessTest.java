package cn.jointinspection.process.publicdraw;

import static cn.jointinspection.process.County.DEPARTMENTS;
import static cn.jointinspection.process.County.INSPECTION;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.process.County;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.jointinspection.Journey;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
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

  private void enterValue() {
    completeAs("bgsStaff1", "bgs", task(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE),
        Map.of("abandon", false, "value", "20237331"));
  }

  /** Lists frozen, all contributions in: the public value may come. */
  private ProcessInstance closed() {
    county.hotels(2, 1, 1, 1);
    county.inspectors(6);
    frozen("dice");
    ProcessInstance draw = draw();
    DEPARTMENTS.forEach(this::contribute);
    runAsyncSteps();
    return draw;
  }

  @Test
  @Clause({"三-1", "三-2", "三-13"})
  @DisplayName("各部门都提交、随机值经见证，即抽取；谁在何时做了什么都在表中")
  void fromFreezeToDraw() {
    ProcessInstance draw = closed();
    String freeze = one("select \"freeze\" from draw");
    enterValue();
    assertThat(draw).isWaitingAt(PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE);
    completeAs("jjjcStaff1", "jjjc", task(PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE), Map.of("confirm", true));
    runAsyncSteps();

    assertThat(draw).isEnded();
    assertThat(draw).hasPassedInOrder(
        PublicDrawProcess.SERVICE_TASK_FREEZE_DRAW,
        PublicDrawProcess.SUB_PROCESS_CONTRIBUTE,
        PublicDrawProcess.SERVICE_TASK_CLOSE_CONTRIBUTIONS,
        PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE,
        PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE,
        PublicDrawProcess.SERVICE_TASK_DRAW_LOTS,
        PublicDrawProcess.SERVICE_TASK_RECORD_DRAW,
        PublicDrawProcess.EVENT_DRAWN);
    assertThat(draw).hasNotPassed(
        PublicDrawProcess.EVENT_CONTRIBUTION_MISSING,
        PublicDrawProcess.USER_TASK_RESOLVE_SHORTFALLS,
        PublicDrawProcess.SERVICE_TASK_ABANDON_DRAW);
    Assertions.assertThat(one("""
        select concat_ws(' ', id, status, public_value, value_entered_by, value_entered_body, value_confirmed_by,
                         value_confirmed_body) from draw
        """)).isEqualTo(INSPECTION + "-1 DRAWN 20237331 bgsStaff1 bgs jjjcStaff1 jjjc");
    Assertions.assertThat(one("select \"freeze\" from draw")).as("freeze").isEqualTo(freeze);
    Assertions.assertThat(all("select department || ' ' || contributed_by from draw_contribution order by 1"))
        .containsExactly("gaj gajStaff1", "scjgj scjgjStaff1", "wsjds wsjdsStaff1", "xfd xfdStaff1");
    Assertions.assertThat(all("select object_no from object_inspection order by visit_no")).isNotEmpty()
        .isEqualTo(all("select object_no from draw_selected order by visit_no"));
  }

  @Test
  @Clause("三-1")
  @DisplayName("同一个人、同一单位的人，都不能既录入又见证；被拒绝的不留痕迹")
  void twoPeopleOfTwoBodies() {
    ProcessInstance draw = closed();
    as("both1", "bgs", "jjjc");
    Task enter = task(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE);
    complete(enter, Map.of("abandon", false, "value", "20237331"));
    String row = "select draw::text from draw";
    String before = one(row);
    Task witness = task(PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE);

    assertThatThrownBy(() -> complete(witness, Map.of("confirm", true))).hasMessageContaining("录入人不能见证");
    as("both2", "bgs", "jjjc");
    assertThatThrownBy(() -> complete(witness, Map.of("confirm", true))).hasMessageContaining("不得是同一单位");
    assertThatThrownBy(() -> complete(witness, Map.of("confirm", false, "note", "示例")))
        .hasMessageContaining("不得是同一单位");
    as("bgsStaff1", "bgs");
    assertThatThrownBy(() -> complete(witness, Map.of("confirm", true)))
        .hasStackTraceContaining("AuthorizationException");
    identity.clearAuthentication();

    Assertions.assertThat(one(row)).isEqualTo(before);
    assertThat(draw).isWaitingAt(PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE);
    assertThat(draw).hasNotPassed(PublicDrawProcess.SERVICE_TASK_DRAW_LOTS);
    completeAs("jjjcStaff1", "jjjc", witness, Map.of("confirm", true));
    runAsyncSteps();
    assertThat(draw).isEnded();
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
    Assertions.assertThat(deadline.getDuedate())
        .isEqualTo(date(LocalDateTime.of(2024, 3, 22, 23, 59, 59)));
    Assertions.assertThat(task(PublicDrawProcess.USER_TASK_CONTRIBUTE_NONCE).getFollowUpDate())
        .isEqualTo(date(LocalDateTime.of(2024, 3, 21, 9, 0)));

    at(LocalDateTime.of(2024, 3, 23, 0, 0));
    executeJobs(PublicDrawProcess.EVENT_CONTRIBUTE_DEADLINE);
    runAsyncSteps();

    assertThat(draw).isWaitingAt(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE);
    Assertions.assertThat(one("""
        select step || ' ' || department from supervision_order
        """)).isEqualTo("contribute xfd");
    enterValue();
    completeAs("jjjcStaff1", "jjjc", task(PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE), Map.of("confirm", true));
    runAsyncSteps();
    Assertions.assertThat(one(
            "select convert_from(content, 'UTF8') from draw_file where name = 'transcript.json'"))
        .contains("\"xfd\": \"MISSING\"");
  }

  @Test
  @DisplayName("见证人不同意的，须写明哪里不一致，退回重录；按重录的值抽取")
  void disputedValueIsEnteredAnew() {
    ProcessInstance draw = closed();
    enterValue();
    Task witness = task(PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE);
    as("jjjcStaff1", "jjjc");
    assertThatThrownBy(() -> complete(witness, Map.of("confirm", false))).hasMessageContaining("须写明哪里不一致");

    completeAs("jjjcStaff1", "jjjc", witness, Map.of("confirm", false, "note", "第三位不一致"));
    assertThat(draw).isWaitingAt(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE);
    assertThat(draw).hasNotPassed(PublicDrawProcess.SERVICE_TASK_DRAW_LOTS);
    Assertions.assertThat(one("select status from draw")).isEqualTo("CLOSED");
    Assertions.assertThat(one("""
        select concat_ws(' ', value, entered_by, disputed_by, disputed_body, reason) from draw_value_dispute
        """)).isEqualTo("20237331 bgsStaff1 jjjcStaff1 jjjc 第三位不一致");

    completeAs("bgsStaff1", "bgs", task(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE),
        Map.of("abandon", false, "value", "20137331"));
    completeAs("jjjcStaff1", "jjjc", task(PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE), Map.of("confirm", true));
    runAsyncSteps();
    assertThat(draw).hasPassed(PublicDrawProcess.EVENT_DRAWN);
    Assertions.assertThat(one("select status || ' ' || public_value from draw")).isEqualTo("DRAWN 20137331");
  }

  @Test
  @DisplayName("作废的抽取保留编号和原因，退回发起部门；下一次接着编号")
  void abandonedDrawKeepsItsNumber() {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
    ProcessInstance inspection = frozen("dice");
    ProcessInstance draw = draw();
    DEPARTMENTS.forEach(this::contribute);
    runAsyncSteps();
    String frozen = "select concat_ws(' ', id, \"freeze\", frozen_at) from draw where number = 1";
    String before = one(frozen);
    Task enter = task(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE);
    as("bgsStaff1", "bgs");
    assertThatThrownBy(() -> complete(enter, Map.of("abandon", true))).hasMessageContaining("作废抽取须写明原因");

    completeAs("bgsStaff1", "bgs", enter, Map.of("abandon", true, "reason", "骰子遗失"));
    runAsyncSteps();

    assertThat(draw).isEnded();
    assertThat(draw).hasPassedInOrder(PublicDrawProcess.SERVICE_TASK_ABANDON_DRAW, PublicDrawProcess.EVENT_ABANDONED);
    assertThat(draw).hasNotPassed(PublicDrawProcess.SERVICE_TASK_DRAW_LOTS, PublicDrawProcess.SERVICE_TASK_RECORD_DRAW);
    assertThat(inspection).isWaitingAt(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION);
    Assertions.assertThat(one("""
        select concat_ws(' ', status, abandoned_reason, abandoned_by) from draw where number = 1
        """)).isEqualTo("ABANDONED 骰子遗失 bgsStaff1");
    Assertions.assertThat(one(frozen)).isEqualTo(before);
    Assertions.assertThat(all("select id from object_inspection")).isEmpty();
    completeAs("gajStaff1", "gaj", task(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION), scheme("dice"));
    List.of("scjgj", "wsjds", "xfd").forEach(department -> cosign(department, true));
    runAsyncSteps();
    Assertions.assertThat(one("select id from draw where number = 2")).isEqualTo(INSPECTION + "-2");
    Assertions.assertThat(one("select prev from draw where number = 2"))
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
    Assertions.assertThat(one("select status from draw")).isEqualTo("ABANDONED");

    completeAs("gajStaff1", "gaj", task(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION), scheme("none"));
    List.of("scjgj", "wsjds", "xfd").forEach(department -> cosign(department, true));
    runAsyncSteps();
    contribute("gaj");
    contribute("xfd");
    executeJobs(PublicDrawProcess.EVENT_CONTRIBUTE_DEADLINE);
    runAsyncSteps();

    assertThat(inspection).isWaitingAt(JointInspectionProcess.USER_TASK_ACCEPT_ASSIGNMENT);
    Assertions.assertThat(one("select status from draw where number = 2")).isEqualTo("DRAWN");
  }

  @Test
  @DisplayName("人员有缺口的，由办公室逐项决定；不足两人的不能就这样检查")
  void shortfallsAreDecidedByPeople() {
    county.hotels(2, 1, 1, 1);
    county.inspectors(6);
    ProcessInstance inspection = launched("none");
    expire(County.certificate("xfd01"));
    List.of("scjgj", "wsjds", "xfd").forEach(department -> cosign(department, true));
    runAsyncSteps();
    ProcessInstance draw = draw();
    DEPARTMENTS.forEach(this::contribute);
    runAsyncSteps();
    assertThat(draw).isWaitingAt(PublicDrawProcess.USER_TASK_RESOLVE_SHORTFALLS);
    jdbc.sql("update inspector set certificate_expires_on = '2025-12-31' where department = 'xfd'").update();
    Task resolve = task(PublicDrawProcess.USER_TASK_RESOLVE_SHORTFALLS);

    as("bgsStaff1", "bgs");
    assertThatThrownBy(() -> complete(resolve, decisions(null))).hasMessageContaining("不足两人");
    complete(resolve, decisions(County.certificate("xfd02")));

    assertThat(inspection).isWaitingAt(JointInspectionProcess.USER_TASK_ACCEPT_ASSIGNMENT);
    Assertions.assertThat(one(
            "select count(*) from check_inspector where inspector = 'ZF-xfd02' and left_at is null"))
        .isEqualTo(one("select count(*) from object_inspection"));
  }

  @Test
  @DisplayName("仍有两人以上的，办公室可说明理由后按现有人员检查")
  void shortfallIsWaivedWhenTwoAreLeft() {
    county.hotels(2, 1, 1, 1);
    county.inspectors(6);
    expire(County.certificate("xfd02"));
    windowOpened();
    var scheme = new HashMap<>(scheme("none"));
    scheme.put("teams", DEPARTMENTS.stream().map(d -> Map.of("department", d, "count", 3)).toList());
    completeAs("gajStaff1", "gaj", task(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION), scheme);
    List.of("scjgj", "wsjds", "xfd").forEach(department -> cosign(department, true));
    runAsyncSteps();
    ProcessInstance draw = draw();
    DEPARTMENTS.forEach(this::contribute);
    runAsyncSteps();
    assertThat(draw).isWaitingAt(PublicDrawProcess.USER_TASK_RESOLVE_SHORTFALLS);

    completeAs("bgsStaff1", "bgs", task(PublicDrawProcess.USER_TASK_RESOLVE_SHORTFALLS), decisions(null));

    assertThat(draw).isEnded();
    assertThat(draw).hasPassedInOrder(PublicDrawProcess.SERVICE_TASK_DRAW_LOTS,
        PublicDrawProcess.USER_TASK_RESOLVE_SHORTFALLS, PublicDrawProcess.SERVICE_TASK_RECORD_DRAW);
    assertThat(draw).hasNotPassed(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE);
    Assertions.assertThat(all("""
        select distinct concat_ws(' ', department, decision, reason, decided_by) from draw_shortfall
        """)).containsExactly("xfd WAIVED 示例理由 bgsStaff1");
    Assertions.assertThat(all("""
        select distinct c.department || ' ' || (select count(*) from check_inspector i where i.check_id = c.id)
        from department_check c order by 1
        """)).containsExactly("gaj 3", "scjgj 3", "wsjds 3", "xfd 2");
  }

  /** The certificates of the department's later inspectors have run out. */
  private void expire(String lastInForce) {
    jdbc.sql("""
        update inspector set certificate_expires_on = '2024-03-01'
        where department = 'xfd' and certificate_no > :last
        """).param("last", lastInForce).update();
  }

  private Map<String, Object> decisions(String inspector) {
    return Map.of("decisions", jdbc.sql("select object_no, department, seq from draw_shortfall order by seq")
        .query((row, n) -> {
          var decision = new HashMap<String, Object>();
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

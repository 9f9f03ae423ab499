package cn.jointinspection.process.jointinspection;

import static cn.jointinspection.process.County.DEPARTMENTS;
import static cn.jointinspection.process.County.INSPECTION;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.process.County;
import cn.jointinspection.process.publicdraw.PublicDrawProcess;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("部门联合抽查任务")
class JointInspectionProcessTest extends Journey {

  @Autowired private LaunchInspectionForm form;

  @BeforeEach
  void aCountyOfHotels() {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
  }

  @Test
  @Clause("三-8")
  @DisplayName("会签、抽取、接收之后，每一户各有一个检查流程")
  void everyDrawnObjectGetsAProcessOfItsOwn() {
    ProcessInstance inspection = inspecting();

    assertThat(inspection).hasPassedInOrder(
        JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION,
        JointInspectionProcess.SUB_PROCESS_COSIGN,
        JointInspectionProcess.CALL_ACTIVITY_PUBLIC_DRAW,
        JointInspectionProcess.SUB_PROCESS_ACCEPT,
        JointInspectionProcess.SERVICE_TASK_START_OBJECT_INSPECTIONS);
    assertThat(inspection).hasNotPassed(
        JointInspectionProcess.USER_TASK_COORDINATE_COSIGN, JointInspectionProcess.USER_TASK_COORDINATE_REFUSAL);
    assertThat(inspection).isWaitingAt(JointInspectionProcess.EVENT_OBJECTS_FINISHED);
    Assertions.assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("object-inspection").count())
        .isEqualTo(Long.parseLong(one("select count(*) from object_inspection where status = 'STARTED'")))
        .isGreaterThanOrEqualTo(6);
    Assertions.assertThat(one("""
        select count(*) from matter_coverage c join inspection_object o on o.id = c.object_id
        join object_inspection i on i.object_no = o.object_no where c.year = 2024
        """)).isEqualTo(one("select count(*) from object_inspection"));
  }

  @Test
  @DisplayName("启动对象检查的一批中断后重做，不会重复启动")
  void aBatchThatRunsAgainStartsNothingTwice() {
    ProcessInstance inspection = drawn();
    DEPARTMENTS.forEach(department -> accept(department, true));
    jdbc.sql("update object_inspection set status = 'STARTED' where visit_no = 1").update();

    runAsyncSteps();

    Assertions.assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("object-inspection").count())
        .isEqualTo(Long.parseLong(one("select count(*) - 1 from object_inspection")));
    assertThat(inspection).isWaitingAt(JointInspectionProcess.EVENT_OBJECTS_FINISHED);
  }

  @Test
  @Clause({"二-2", "二-7"})
  @DisplayName("部门不同意方案，办公室退回修改，重新会签")
  void refusedSchemeGoesBackToTheLead() {
    ProcessInstance inspection = launched("dice");
    cosign("scjgj", true);
    cosign("wsjds", true);
    cosign("xfd", false);
    runAsyncSteps();
    assertThat(inspection).isWaitingAt(JointInspectionProcess.USER_TASK_COORDINATE_COSIGN);

    completeAs("bgsStaff1", "bgs", task(JointInspectionProcess.USER_TASK_COORDINATE_COSIGN),
        Map.of("backToLead", true, "note", "请增加消防检查内容"));
    completeAs("gajStaff1", "gaj", task(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION), scheme("dice"));

    assertThat(inspection).isWaitingAt(JointInspectionProcess.USER_TASK_COSIGN_SCHEME);
    Assertions.assertThat(all("""
        select department || ' ' || cosign from participation where role = 'COOPERATING' order by 1
        """))
        .containsExactly("scjgj PENDING", "wsjds PENDING", "xfd PENDING");
    Assertions.assertThat(allTasks(JointInspectionProcess.USER_TASK_COSIGN_SCHEME)).hasSize(3);
    assertThat(inspection).hasNotPassed(JointInspectionProcess.CALL_ACTIVITY_PUBLIC_DRAW);

    List.of("scjgj", "wsjds", "xfd").forEach(department -> cosign(department, true));
    runAsyncSteps();

    assertThat(inspection).isWaitingAt(JointInspectionProcess.CALL_ACTIVITY_PUBLIC_DRAW);
    assertThat(inspection).hasPassedInOrder(
        JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION,
        JointInspectionProcess.SUB_PROCESS_COSIGN,
        JointInspectionProcess.USER_TASK_COORDINATE_COSIGN,
        JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION,
        JointInspectionProcess.SUB_PROCESS_COSIGN);
    Assertions.assertThat(all("select distinct cosign from participation where role = 'COOPERATING'"))
        .containsExactly("AGREED");
  }

  @Test
  @Clause("二-2")
  @DisplayName("部门不同意方案，办公室备案后由其余部门实施，该部门不参加抽取")
  void refuserIsExcused() {
    ProcessInstance inspection = launched("dice");
    cosign("scjgj", true);
    cosign("wsjds", true);
    cosign("xfd", false);
    runAsyncSteps();

    completeAs("bgsStaff1", "bgs", task(JointInspectionProcess.USER_TASK_COORDINATE_COSIGN),
        Map.of("backToLead", false, "note", "另行安排"));
    runAsyncSteps();

    Assertions.assertThat(allTasks(PublicDrawProcess.USER_TASK_CONTRIBUTE_NONCE)).hasSize(3);
    Assertions.assertThat(one("select cosign from participation where department = 'xfd'")).isEqualTo("EXCUSED");
    assertThat(inspection).isWaitingAt(JointInspectionProcess.CALL_ACTIVITY_PUBLIC_DRAW);
  }

  @Test
  @Clause({"二-2", "二-10"})
  @DisplayName("部门不接收任务，办公室要求接收的重新派给它，免除的不再检查")
  void refusedPartIsCoordinated() {
    ProcessInstance inspection = drawn();
    accept("gaj", true);
    accept("scjgj", true);
    accept("wsjds", false);
    accept("xfd", false);
    runAsyncSteps();
    assertThat(inspection).isWaitingAt(JointInspectionProcess.USER_TASK_COORDINATE_REFUSAL);

    completeAs("bgsStaff1", "bgs", task(JointInspectionProcess.USER_TASK_COORDINATE_REFUSAL),
        Map.of("decisions", List.of(
            Map.of("department", "wsjds", "excuse", false, "note", "须照单履职"),
            Map.of("department", "xfd", "excuse", true, "note", "人员不足"))));
    Assertions.assertThat(allTasks(JointInspectionProcess.USER_TASK_ACCEPT_ASSIGNMENT)).hasSize(1);
    accept("wsjds", true);
    runAsyncSteps();

    assertThat(inspection).isWaitingAt(JointInspectionProcess.EVENT_OBJECTS_FINISHED);
    Assertions.assertThat(one("select count(*) from department_check where department = 'xfd' and status <> 'DROPPED'"))
        .isEqualTo("0");
  }

  @Test
  @Clause("五-1")
  @DisplayName("发起部门不接收的，不能免除，只能要求它接收；被拒绝的处理不留痕迹")
  void theLeadIsNotExcused() {
    ProcessInstance inspection = drawn();
    accept("gaj", false);
    List.of("scjgj", "wsjds", "xfd").forEach(department -> accept(department, true));
    runAsyncSteps();
    Task coordinate = task(JointInspectionProcess.USER_TASK_COORDINATE_REFUSAL);
    String lead = "select acceptance || ' ' || version from participation where department = 'gaj'";
    String before = one(lead);

    as("bgsStaff1", "bgs");
    assertThatThrownBy(() -> complete(coordinate, decision("gaj", true))).hasMessageContaining("不能免除");
    identity.clearAuthentication();
    Assertions.assertThat(one(lead)).isEqualTo(before).startsWith("REFUSED");
    assertThat(inspection).isWaitingAt(JointInspectionProcess.USER_TASK_COORDINATE_REFUSAL);

    completeAs("bgsStaff1", "bgs", coordinate, decision("gaj", false));
    accept("gaj", true);
    runAsyncSteps();
    assertThat(inspection).isWaitingAt(JointInspectionProcess.EVENT_OBJECTS_FINISHED);
  }

  @Test
  @DisplayName("办公室须处理每一个拒收的部门，只能处理拒收的部门")
  void onlyRefusersAreDecidedOn() {
    ProcessInstance inspection = drawn();
    accept("xfd", false);
    List.of("gaj", "scjgj", "wsjds").forEach(department -> accept(department, true));
    runAsyncSteps();
    Task coordinate = task(JointInspectionProcess.USER_TASK_COORDINATE_REFUSAL);

    as("bgsStaff1", "bgs");
    assertThatThrownBy(() -> complete(coordinate, decision("wsjds", true))).hasMessageContaining("已接收");
    assertThatThrownBy(() -> complete(coordinate, Map.of("decisions", List.of()))).hasMessageContaining("请逐个部门作出处理");
    identity.clearAuthentication();

    Assertions.assertThat(all("select department from participation where acceptance = 'EXCUSED'")).isEmpty();
    assertThat(inspection).isWaitingAt(JointInspectionProcess.USER_TASK_COORDINATE_REFUSAL);
  }

  private static Map<String, Object> decision(String department, boolean excuse) {
    return Map.of("decisions", List.of(Map.of("department", department, "excuse", excuse, "note", "示例理由")));
  }

  @Test
  @DisplayName("没有可抽取的对象，直接请发起部门确认并归档")
  void nothingToDraw() {
    jdbc.sql("update inspection_object set status = 'DEREGISTERED'").update();
    ProcessInstance inspection = frozen("dice");
    assertThat(inspection).isWaitingAt(JointInspectionProcess.USER_TASK_CONFIRM_COMPLETE);

    completeAs("gajStaff1", "gaj", task(JointInspectionProcess.USER_TASK_CONFIRM_COMPLETE), Map.of("note", "名录已清空"));
    runAsyncSteps();

    assertThat(inspection).isEnded();
    assertThat(inspection).hasPassedInOrder(JointInspectionProcess.CALL_ACTIVITY_PUBLIC_DRAW,
        JointInspectionProcess.USER_TASK_CONFIRM_COMPLETE, JointInspectionProcess.SERVICE_TASK_ARCHIVE_INSPECTION);
    assertThat(inspection).hasNotPassed(JointInspectionProcess.SUB_PROCESS_ACCEPT);
    Assertions.assertThat(one("select count(*) from inspection_archive")).isEqualTo("1");
  }

  @Test
  @DisplayName("全部对象办结的消息到达后，由发起部门确认完成")
  void finishedWhenTheLastObjectSaysSo() {
    ProcessInstance inspection = inspecting();

    jdbc.sql("update object_inspection set status = 'FINISHED'").update();
    jdbc.sql("update joint_inspection set status = 'FINISHED'").update();
    identity.clearAuthentication();
    runtime.createMessageCorrelation(JointInspectionProcess.MESSAGE_OBJECT_INSPECTIONS_FINISHED)
        .processInstanceBusinessKey(inspection.getBusinessKey()).correlate();

    assertThat(inspection).isWaitingAt(JointInspectionProcess.USER_TASK_CONFIRM_COMPLETE);
  }

  @Test
  @DisplayName("方案的检查截止日不得晚于窗口，只能由发起部门拟定")
  void schemeStaysWithinTheWindow() {
    windowOpened();
    var launch = task(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION);
    var late = new java.util.HashMap<>(scheme("dice"));
    late.put("checkUntil", java.time.LocalDate.of(2024, 12, 1));
    as("gajStaff1", "gaj");

    assertThatThrownBy(() -> complete(launch, late)).hasMessageContaining("2024-11-30");

    Assertions.assertThat(one("select status from joint_inspection")).isEqualTo("WAITING");
  }

  @Test
  @DisplayName("名录没有备齐的不能发起：表单逐条写明缺什么、到哪里补，服务端同样拒绝，什么也不改变")
  void theRegistriesComeFirst() {
    windowOpened();
    jdbc.sql("delete from object_scope").update();
    jdbc.sql("update inspector set certificate_expires_on = '2024-03-19' where certificate_no <> 'ZF-xfd01' "
        + "and department = 'xfd'").update();

    Assertions.assertThat(missingByTheForm()).hasSize(2)
        .anySatisfy(line -> Assertions.assertThat(line).contains(County.HOTELS, "“检查对象名录”"))
        .anySatisfy(line -> Assertions.assertThat(line).contains("消防队", "只有 1 人", "“执法检查人员名录”"));
    launchRefused("检查对象名录库中没有");
    jdbc.sql("insert into object_scope select s.id, o.id from scope s, inspection_object o").update();
    Assertions.assertThat(missingByTheForm()).hasSize(1);
    launchRefused("消防队在岗且证件有效的检查人员只有 1 人");
    jdbc.sql("update inspector set certificate_expires_on = '2024-03-20' where certificate_no = 'ZF-xfd02'").update();

    Assertions.assertThat(missingByTheForm()).isEmpty();
    completeAs("gajStaff1", "gaj", task(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION), scheme("dice"));
    Assertions.assertThat(one("select status from joint_inspection")).isEqualTo("COSIGNING");
  }

  @Test
  @DisplayName("没有当年放假安排的不能发起；表单照样打得开，写明到哪里导入")
  void holidaysComeFirst() {
    windowOpened();
    at(LocalDateTime.of(2027, 1, 4, 9, 0));
    jdbc.sql("update inspector set certificate_expires_on = '2027-12-31'").update();

    Assertions.assertThat(missingByTheForm()).singleElement()
        .satisfies(line -> Assertions.assertThat(line).contains("2027 年的放假安排", "“放假安排”"));
    launchRefused("没有 2027 年的放假安排");
  }

  private List<String> missingByTheForm() {
    return form.view(new WorkItem("1", "", "", "1", INSPECTION, "gajStaff1", new Date(),
        Map.<String, Object>of(JointInspectionProcess.VARIABLE_JOINT_INSPECTION_ID, INSPECTION)::get)).missing();
  }

  private void launchRefused(String message) {
    var launch = task(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION);
    as("gajStaff1", "gaj");
    assertThatThrownBy(() -> complete(launch, scheme("dice"))).hasMessageContaining(message);
    identity.clearAuthentication();
    Assertions.assertThat(one("select status from joint_inspection")).isEqualTo("WAITING");
  }
}

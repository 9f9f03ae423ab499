package cn.jointinspection.process.jointinspection;

import static cn.jointinspection.process.County.DEPARTMENTS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.jointinspection.process.publicdraw.PublicDrawProcess;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("部门联合抽查任务")
class JointInspectionProcessTest extends Journey {

  @BeforeEach
  void aCountyOfHotels() {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  @Test
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
    Assertions.assertThat(allTasks(JointInspectionProcess.USER_TASK_COSIGN_SCHEME)).hasSize(3);
    assertThat(inspection).hasNotPassed(JointInspectionProcess.CALL_ACTIVITY_PUBLIC_DRAW);
  }

  @Test
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
  @DisplayName("发起、会签、接收都有提醒和督办：按日期，再触发；一次逾期一张督办单，任务仍可办理")
  void everyWaitIsTimed() {
    windowOpened();
    timed(JointInspectionProcess.EVENT_LAUNCH_REMINDER, LocalDateTime.of(2024, 10, 8, 9, 0));
    timed(JointInspectionProcess.EVENT_LAUNCH_DEADLINE, LocalDateTime.of(2024, 10, 21, 23, 59, 59));
    completeAs("gajStaff1", "gaj", task(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION), scheme("dice"));

    timed(JointInspectionProcess.EVENT_COSIGN_REMINDER, LocalDateTime.of(2024, 3, 25, 9, 0));
    timed(JointInspectionProcess.EVENT_COSIGN_DEADLINE, LocalDateTime.of(2024, 3, 27, 23, 59, 59));
    executeJobs(JointInspectionProcess.EVENT_COSIGN_REMINDER);
    at(LocalDateTime.of(2024, 3, 28, 0, 0));
    executeJobs(JointInspectionProcess.EVENT_COSIGN_DEADLINE);
    Assertions.assertThat(jdbc.sql("select department from supervision_order where step = 'cosign' order by 1")
        .query(String.class).list()).containsExactly("scjgj", "wsjds", "xfd");
    Assertions.assertThat(one("select count(*) from reminder where step = 'cosign'")).isEqualTo("3");

    List.of("scjgj", "wsjds", "xfd").forEach(department -> cosign(department, true));
    runAsyncSteps();
    Assertions.assertThat(allTasks(PublicDrawProcess.USER_TASK_CONTRIBUTE_NONCE)).hasSize(4);
  }

  private void timed(String event, LocalDateTime due) {
    Assertions.assertThat(jobs(event)).isNotEmpty()
        .allSatisfy(job -> Assertions.assertThat(((Job) job).getDuedate()).as(event).isEqualTo(date(due)));
  }
}

package cn.jointinspection.process.jointinspection;

import static cn.jointinspection.process.County.DEPARTMENTS;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.process.publicdraw.PublicDrawProcess;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("联合抽查的期限：先提醒，到期转督办，逾期仍可办理（二、六）")
class JointInspectionTimersTest extends Journey {

  @BeforeEach
  void aCountyOfHotels() {
    county.hotels(2, 1, 1, 1);
    county.inspectors(6);
  }

  @Test
  @Clause("二-8")
  @DisplayName("发起：窗口结束前三十个工作日")
  void launch() {
    ProcessInstance inspection = windowOpened();

    remindsThenEscalates("launch", LocalDate.of(2024, 10, 8),
        JointInspectionProcess.EVENT_LAUNCH_DEADLINE, LocalDateTime.of(2024, 10, 21, 23, 59, 59), "gaj");

    at(START);
    completeAs("gajStaff1", "gaj", task(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION), scheme("dice"));
    assertThat(inspection).hasPassed(JointInspectionProcess.EVENT_LAUNCH_ESCALATED);
    assertThat(inspection).isWaitingAt(JointInspectionProcess.USER_TASK_COSIGN_SCHEME);
  }

  @Test
  @Clause("二-9")
  @DisplayName("会签：五个工作日，逐个部门")
  void cosign() {
    ProcessInstance inspection = launched("dice");

    remindsThenEscalates("cosign", LocalDate.of(2024, 3, 25),
        JointInspectionProcess.EVENT_COSIGN_DEADLINE, LocalDateTime.of(2024, 3, 27, 23, 59, 59),
        "scjgj", "wsjds", "xfd");

    List.of("scjgj", "wsjds", "xfd").forEach(department -> cosign(department, true));
    runAsyncSteps();
    assertThat(inspection).isWaitingAt(JointInspectionProcess.CALL_ACTIVITY_PUBLIC_DRAW);
    Assertions.assertThat(allTasks(PublicDrawProcess.USER_TASK_CONTRIBUTE_NONCE)).hasSize(4);
  }

  @Test
  @Clause("二-9")
  @DisplayName("已会签的部门不再提醒、不被督办")
  void whoAnsweredIsLeftAlone() {
    launched("dice");
    cosign("scjgj", true);
    cosign("wsjds", false);

    remindsThenEscalates("cosign", LocalDate.of(2024, 3, 25),
        JointInspectionProcess.EVENT_COSIGN_DEADLINE, LocalDateTime.of(2024, 3, 27, 23, 59, 59), "xfd");
  }

  @Test
  @DisplayName("协调会签意见：五个工作日，督办的是办公室")
  void coordinateCosign() {
    ProcessInstance inspection = launched("dice");
    cosign("scjgj", true);
    cosign("wsjds", true);
    cosign("xfd", false);
    runAsyncSteps();

    remindsThenEscalates("coordinate", LocalDate.of(2024, 3, 25),
        JointInspectionProcess.EVENT_COORDINATE_COSIGN_DEADLINE, LocalDateTime.of(2024, 3, 27, 23, 59, 59), "bgs");

    completeAs("bgsStaff1", "bgs", task(JointInspectionProcess.USER_TASK_COORDINATE_COSIGN),
        Map.of("backToLead", true, "note", "请修改"));
    assertThat(inspection).isWaitingAt(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION);
  }

  @Test
  @Clause("二-9")
  @DisplayName("接收任务：三个工作日，逐个部门")
  void accept() {
    ProcessInstance inspection = drawn();

    remindsThenEscalates("accept", LocalDate.of(2024, 3, 22),
        JointInspectionProcess.EVENT_ACCEPT_DEADLINE, LocalDateTime.of(2024, 3, 25, 23, 59, 59),
        "gaj", "scjgj", "wsjds", "xfd");

    DEPARTMENTS.forEach(department -> accept(department, true));
    runAsyncSteps();
    assertThat(inspection).isWaitingAt(JointInspectionProcess.EVENT_OBJECTS_FINISHED);
  }

  @Test
  @DisplayName("协调拒收部门：五个工作日，督办的是办公室")
  void coordinateRefusal() {
    ProcessInstance inspection = drawn();
    List.of("gaj", "scjgj", "wsjds").forEach(department -> accept(department, true));
    accept("xfd", false);
    runAsyncSteps();

    remindsThenEscalates("coordinate", LocalDate.of(2024, 3, 25),
        JointInspectionProcess.EVENT_COORDINATE_REFUSAL_DEADLINE, LocalDateTime.of(2024, 3, 27, 23, 59, 59), "bgs");

    completeAs("bgsStaff1", "bgs", task(JointInspectionProcess.USER_TASK_COORDINATE_REFUSAL), Map.of("decisions",
        List.of(Map.of("department", "xfd", "excuse", true, "note", "人员不足"))));
    runAsyncSteps();
    assertThat(inspection).isWaitingAt(JointInspectionProcess.EVENT_OBJECTS_FINISHED);
  }

  @Test
  @DisplayName("确认完成：五个工作日，督办的是发起部门")
  void complete() {
    jdbc.sql("update inspection_object set status = 'DEREGISTERED'").update();
    ProcessInstance inspection = frozen("dice");

    remindsThenEscalates("complete", LocalDate.of(2024, 3, 25),
        JointInspectionProcess.EVENT_COMPLETE_DEADLINE, LocalDateTime.of(2024, 3, 27, 23, 59, 59), "gaj");

    completeAs("gajStaff1", "gaj", task(JointInspectionProcess.USER_TASK_CONFIRM_COMPLETE), Map.of("note", "名录已清空"));
    runAsyncSteps();
    assertThat(inspection).isEnded();
  }
}

package cn.jointinspection.process.jointinspection;

import static cn.jointinspection.process.County.DEPARTMENTS;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.jointinspection.process.publicdraw.PublicDrawProcess;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("部门联合抽查任务")
class JointInspectionProcessTest extends Journey {

  @Test
  @DisplayName("会签、抽取、接收之后，每一户各有一个检查流程")
  void everyDrawnObjectGetsAProcessOfItsOwn() {
    county.hotels(8, 6, 4, 2);
    county.inspectors(6);

    ProcessInstance inspection = drawn();

    assertThat(inspection).hasPassedInOrder(
        JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION,
        JointInspectionProcess.SUB_PROCESS_COSIGN,
        JointInspectionProcess.CALL_ACTIVITY_PUBLIC_DRAW);
    assertThat(inspection).hasNotPassed(JointInspectionProcess.USER_TASK_COORDINATE_COSIGN);
    org.assertj.core.api.Assertions.assertThat(allTasks(JointInspectionProcess.USER_TASK_ACCEPT_ASSIGNMENT))
        .hasSize(DEPARTMENTS.size())
        .allSatisfy(task -> org.assertj.core.api.Assertions.assertThat(task.getDueDate())
            .isEqualTo(date(LocalDateTime.of(2024, 3, 25, 23, 59, 59))));
    org.assertj.core.api.Assertions.assertThat(jdbc.sql("select count(*) from object_inspection").query(Integer.class)
        .single()).isGreaterThanOrEqualTo(6);
    assertThat(inspection).isWaitingAt(JointInspectionProcess.USER_TASK_ACCEPT_ASSIGNMENT);
    assertThat(inspection).calledProcessInstance(PublicDrawProcess.KEY).isNull();
  }
}

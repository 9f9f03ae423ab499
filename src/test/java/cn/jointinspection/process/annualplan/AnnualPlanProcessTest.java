package cn.jointinspection.process.annualplan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.jointinspection.process.County;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.jointinspection.Journey;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("年度抽查计划（二）")
class AnnualPlanProcessTest extends Journey {

  @Test
  @DisplayName("批准后公布，每项计划任务各有一个流程，等到窗口第一天")
  void approvedPlanStartsItsInspections() {
    as("bgsStaff1", "bgs");
    ProcessInstance plan = county.startPlan(county.importPlan());
    assertThat(plan).isWaitingAt(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN);

    complete(task(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN), Map.of("approve", true));
    runAsyncSteps();

    assertThat(plan).isEnded();
    assertThat(plan).hasPassedInOrder(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN,
        AnnualPlanProcess.SERVICE_TASK_START_JOINT_INSPECTIONS, AnnualPlanProcess.EVENT_PLAN_IN_FORCE);
    assertThat(plan).hasNotPassed(AnnualPlanProcess.EVENT_PLAN_DISCARDED);
    ProcessInstance inspection = instance(JointInspectionProcess.KEY, County.INSPECTION);
    assertThat(inspection).isWaitingAt(JointInspectionProcess.EVENT_WINDOW_OPENED);
    org.assertj.core.api.Assertions.assertThat(jobs(JointInspectionProcess.EVENT_WINDOW_OPENED))
        .singleElement()
        .satisfies(job -> org.assertj.core.api.Assertions.assertThat(job.getDuedate())
            .isEqualTo(date(LocalDateTime.of(2024, 3, 1, 0, 0))));
    org.assertj.core.api.Assertions.assertThat(
        jdbc.sql("select status from annual_plan").query(String.class).single()).isEqualTo("PUBLISHED");
  }

  @Test
  @DisplayName("不批准的草稿作废，不启动任何任务；不批准须写明意见")
  void rejectedPlanStartsNothing() {
    as("bgsStaff1", "bgs");
    ProcessInstance plan = county.startPlan(county.importPlan());
    var examine = task(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN);
    assertThatThrownBy(() -> complete(examine, Map.of("approve", false))).hasMessageContaining("不批准须写明意见");

    complete(examine, Map.of("approve", false, "note", "缺少第15至20项"));

    assertThat(plan).isEnded();
    assertThat(plan).hasPassed(AnnualPlanProcess.EVENT_PLAN_DISCARDED);
    assertThat(plan).hasNotPassed(AnnualPlanProcess.SERVICE_TASK_START_JOINT_INSPECTIONS);
    org.assertj.core.api.Assertions.assertThat(
        jdbc.sql("select status from annual_plan").query(String.class).single()).isEqualTo("DISCARDED");
    org.assertj.core.api.Assertions.assertThat(
        jdbc.sql("select count(*) from joint_inspection").query(Integer.class).single()).isZero();
  }

  @Test
  @DisplayName("没有读入的草稿，流程不能启动")
  void noProcessWithoutADraft() {
    as("bgsStaff1", "bgs");

    assertThatThrownBy(() -> county.startPlan(999)).hasMessageContaining("999");

    org.assertj.core.api.Assertions.assertThat(
        runtime.createProcessInstanceQuery().processDefinitionKey(AnnualPlanProcess.KEY).count()).isZero();
  }
}

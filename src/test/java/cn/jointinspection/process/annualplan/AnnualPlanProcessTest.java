package cn.jointinspection.process.annualplan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.process.County;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.jointinspection.Journey;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("年度抽查计划（二）")
class AnnualPlanProcessTest extends Journey {

  @Autowired PlatformTransactionManager transactions;

  @Test
  @Clause("二-1")
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
    Assertions.assertThat(jobs(JointInspectionProcess.EVENT_WINDOW_OPENED))
        .singleElement()
        .satisfies(job -> Assertions.assertThat(job.getDuedate())
            .isEqualTo(date(LocalDateTime.of(2024, 3, 1, 0, 0))));
    Assertions.assertThat(
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
    Assertions.assertThat(
        jdbc.sql("select status from annual_plan").query(String.class).single()).isEqualTo("DISCARDED");
    Assertions.assertThat(
        jdbc.sql("select count(*) from joint_inspection").query(Integer.class).single()).isZero();
  }

  @Test
  @DisplayName("没有读入的草稿，流程不能启动")
  void noProcessWithoutADraft() {
    as("bgsStaff1", "bgs");

    assertThatThrownBy(() -> county.startPlan(999)).hasMessageContaining("999");

    Assertions.assertThat(
        runtime.createProcessInstanceQuery().processDefinitionKey(AnnualPlanProcess.KEY).count()).isZero();
  }

  @Test
  @Clause("二-1")
  @DisplayName("每一行各有一个流程，各等各的窗口，到期各交各的发起部门")
  void everyRowWaitsForItsOwnWindow() {
    as("bgsStaff1", "bgs");
    county.startPlan(county.importPlanOfTwo());
    complete(task(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN), Map.of("approve", true));
    runAsyncSteps();
    identity.clearAuthentication();

    Assertions.assertThat(all("""
        select concat_ws(' ', id, lead_department, status, window_opens, window_closes)
        from joint_inspection order by id
        """)).containsExactly(
            "140826-2024-008 gaj WAITING 2024-03-01 2024-11-30", "140826-2024-009 scjgj WAITING 2024-06-01 2024-09-30");
    ProcessInstance later = instance(JointInspectionProcess.KEY, "140826-2024-009");
    Job window = management.createJobQuery().processInstanceId(later.getId()).singleResult();
    Assertions.assertThat(window.getDuedate()).isEqualTo(date(LocalDateTime.of(2024, 6, 1, 0, 0)));
    Assertions.assertThat(management.createJobQuery()
            .processDefinitionKey(JointInspectionProcess.KEY).executable().list())
        .extracting(Job::getProcessInstanceId)
        .containsExactly(instance(JointInspectionProcess.KEY, County.INSPECTION).getId());

    at(LocalDateTime.of(2024, 6, 1, 0, 1));
    management.executeJob(window.getId());

    assertThat(later).isWaitingAt(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION);
    assertThat(later).task().hasCandidateGroup("scjgj");
  }

  @Test
  @DisplayName("启动各项任务中断的，一项也不留下，重做后各有一个")
  void allRowsStartOrNone() {
    as("bgsStaff1", "bgs");
    ProcessInstance plan = county.startPlan(county.importPlanOfTwo());
    complete(task(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN), Map.of("approve", true));
    identity.clearAuthentication();
    Job start = jobs(AnnualPlanProcess.SERVICE_TASK_START_JOINT_INSPECTIONS).get(0);

    new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
      management.executeJob(start.getId());
      transaction.setRollbackOnly();
    });
    Assertions.assertThat(all("select id from joint_inspection")).isEmpty();
    Assertions.assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(JointInspectionProcess.KEY).count())
        .isZero();

    runAsyncSteps();
    assertThat(plan).isEnded();
    Assertions.assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(JointInspectionProcess.KEY).list())
        .extracting(ProcessInstance::getBusinessKey).containsExactlyInAnyOrder("140826-2024-008", "140826-2024-009");
  }

  @Test
  @DisplayName("审核：十个工作日，提前三天提醒，到期督办办公室，逾期仍可审核")
  void examinationIsTimed() {
    as("bgsStaff1", "bgs");
    ProcessInstance plan = county.startPlan(county.importPlan());
    identity.clearAuthentication();

    remindsThenEscalates("examinePlan",
        LocalDate.of(2024, 3, 29),
        AnnualPlanProcess.EVENT_EXAMINE_DEADLINE, LocalDateTime.of(2024, 4, 3, 23, 59, 59), "bgs");

    completeAs("bgsStaff1", "bgs", task(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN), Map.of("approve", true));
    runAsyncSteps();
    assertThat(plan).isEnded();
    assertThat(plan).hasPassed(AnnualPlanProcess.EVENT_PLAN_IN_FORCE, AnnualPlanProcess.EVENT_EXAMINE_ESCALATED);
  }

  @Test
  @DisplayName("审核归办公室，部门人员办不了")
  void onlyTheOfficeExamines() {
    as("bgsStaff1", "bgs");
    ProcessInstance plan = county.startPlan(county.importPlan());
    Task examine = task(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN);

    as("gajStaff1", "gaj");
    assertThatThrownBy(() -> complete(examine, Map.of("approve", true)))
        .hasStackTraceContaining("AuthorizationException");
    identity.clearAuthentication();

    Assertions.assertThat(one("select status from annual_plan")).isEqualTo("DRAFT");
    assertThat(plan).isWaitingAt(AnnualPlanProcess.USER_TASK_EXAMINE_PLAN);
  }
}

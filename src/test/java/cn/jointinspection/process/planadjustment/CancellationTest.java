package cn.jointinspection.process.planadjustment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.publicdraw.PublicDrawProcess;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("备案取消：在办的联合抽查随之结束，什么都不剩（二）")
class CancellationTest extends Adjusting {

  @Autowired PlatformTransactionManager transactions;

  private void cancelled(ProcessInstance inspection) {
    filed(CANCEL);

    BpmnAwareTests.assertThat(inspection).hasPassed(JointInspectionProcess.EVENT_CANCELLED).isEnded();
    assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    assertThat(tasks.createTaskQuery().list()).isEmpty();
    // What waits to start other processes belongs to no instance.
    assertThat(management.createJobQuery().list()).extracting(Job::getProcessInstanceId).containsOnlyNulls();
    assertThat(one("select status || ' ' || cancelled_by from joint_inspection")).isEqualTo("CANCELLED 140826-2024-备-001");
    assertThat(one("select cancelled_by from plan_item where row_no = 8")).isEqualTo("140826-2024-备-001");
    assertThat(journal()).endsWith("计划调整备案");
    assertThat(one("select detail from journal where action = '计划调整备案'"))
        .isEqualTo("140826-2024-备-001：取消本项抽查任务");
  }

  @Test
  @DisplayName("还在等窗口的")
  void waiting() {
    cancelled(planPublished());
  }

  @Test
  @DisplayName("待发起的")
  void launchOpen() {
    cancelled(windowOpened());
  }

  @Test
  @DisplayName("会签中的：有的部门答了，有的还没有")
  void cosigning() {
    ProcessInstance inspection = launched("dice");
    cosign("xfd", true);

    cancelled(inspection);
  }

  @Test
  @DisplayName("办公室协调会签意见时")
  void coordinating() {
    ProcessInstance inspection = launched("dice");
    cosign("xfd", false);
    cosign("scjgj", true);
    cosign("wsjds", true);
    runAsyncSteps();

    cancelled(inspection);
  }

  @Test
  @DisplayName("会签完、名单还没有冻结的：抽取流程一并结束，名单不再冻结")
  void beforeTheFreeze() {
    ProcessInstance inspection = launched("dice");
    List.of("scjgj", "wsjds", "xfd").forEach(department -> cosign(department, true));
    while (jobs(PublicDrawProcess.SERVICE_TASK_FREEZE_DRAW).isEmpty()) {
      management.createJobQuery().messages().list().forEach(job -> management.executeJob(job.getId()));
    }

    cancelled(inspection);
    assertThat(all("select id from draw")).isEmpty();
  }

  @Test
  @DisplayName("名单冻结之后不收取消")
  void afterTheFreeze() {
    ProcessInstance inspection = frozen("dice");
    as("gajStaff1", "gaj");

    assertThatThrownBy(() -> apply(CANCEL)).hasMessageContaining("抽取名单已经冻结，冻结之后不能再改");

    identity.clearAuthentication();
    BpmnAwareTests.assertThat(inspection).isWaitingAt(JointInspectionProcess.CALL_ACTIVITY_PUBLIC_DRAW);
  }

  @Test
  @DisplayName("申请取消后名单冻结了：审查时不能备案，抽取照常进行")
  void frozenBetweenApplicationAndFiling() {
    ProcessInstance inspection = launched("dice");
    applied(CANCEL);
    List.of("scjgj", "wsjds", "xfd").forEach(department -> cosign(department, true));
    runAsyncSteps();

    assertThatThrownBy(this::file).hasMessageContaining("不能取消任务：抽取名单已经冻结");

    identity.clearAuthentication();
    BpmnAwareTests.assertThat(inspection).isWaitingAt(JointInspectionProcess.CALL_ACTIVITY_PUBLIC_DRAW);
    assertThat(one("select coalesce(cancelled_by, '-') from plan_item where row_no = 8")).isEqualTo("-");
  }

  @Test
  @DisplayName("已取消的不能再调整、不能再取消")
  void onlyOnce() {
    cancelled(planPublished());
    as("gajStaff1", "gaj");

    for (Map<String, Object> change : List.of(CANCEL, JUNE_TO_OCTOBER, weights(1, 3, 6, 9))) {
      assertThatThrownBy(() -> apply(change)).hasMessageContaining("已取消");
    }
  }

  @Test
  @DisplayName("流程不在了的：备案整个退回，计划、状态、公示都不变")
  void theInstanceIsGone() {
    ProcessInstance inspection = planPublished();
    applied(CANCEL);
    runtime.deleteProcessInstance(inspection.getId(), "test");

    assertThatThrownBy(this::file).hasMessageContaining("的流程已经结束或不能取消，备案没有保存");

    nothingChanged();
  }

  @Test
  @DisplayName("备案的同时流程刚走了一步：说明被抢先，整个退回，再办一次就成")
  void overtaken() {
    ProcessInstance inspection = windowOpened();
    applied(CANCEL);
    String launch = task(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION).getId();

    CompletableFuture<Void> filing = new TransactionTemplate(transactions).execute(status -> {
      jdbc.sql("update act_ru_task set rev_ = rev_ + 1 where id_ = ?").param(launch).update();
      CompletableFuture<Void> behind = CompletableFuture.runAsync(this::file);
      while (!behind.isDone() && one("select count(*) from pg_locks where not granted").equals("0")) {
        Thread.onSpinWait();
      }
      return behind;
    });

    assertThatThrownBy(filing::join).rootCause().isInstanceOf(OptimisticLockingException.class);
    assertThatThrownBy(filing::join).cause().hasMessageContaining("这项工作的流程刚刚走了一步");
    nothingChanged();
    BpmnAwareTests.assertThat(inspection).isWaitingAt(JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION);
    tasks.setAssignee(task(REVIEW).getId(), null);
    file();
    BpmnAwareTests.assertThat(inspection).isEnded();
  }

  private void nothingChanged() {
    identity.clearAuthentication();
    assertThat(one("select status from plan_adjustment")).isEqualTo("REQUESTED");
    assertThat(one("select status from joint_inspection")).isEqualTo("WAITING");
    assertThat(one("select coalesce(cancelled_by, '-') from plan_item where row_no = 8")).isEqualTo("-");
    assertThat(task(REVIEW)).isNotNull();
  }
}

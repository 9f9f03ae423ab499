package cn.jointinspection.process.planadjustment;

import static cn.jointinspection.process.County.DEPARTMENTS;
import static cn.jointinspection.process.County.INSPECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.objectinspection.ObjectInspectionProcess;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("备案的窗口调整落实到在办任务：定时器和期限跟着走（二）")
class RunningInspectionTest extends Adjusting {

  private static final String WINDOW = JointInspectionProcess.EVENT_WINDOW_OPENED;
  private static final String LAUNCH = JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION;
  private static final String DEADLINE = JointInspectionProcess.EVENT_LAUNCH_DEADLINE;

  @Test
  @Clause("二-4")
  @DisplayName("还在等窗口：窗口定时器改到新窗口的第一刻，到时待发起")
  void waitingForTheWindow() {
    var inspection = planPublished();
    timed(WINDOW, LocalDateTime.of(2024, 3, 1, 0, 0));

    filed(JUNE_TO_OCTOBER);

    timed(WINDOW, LocalDateTime.of(2024, 6, 1, 0, 0));
    assertThat(jobs(WINDOW)).hasSize(1);
    at(LocalDateTime.of(2024, 6, 1, 0, 0, 1));
    executeJobs(WINDOW);
    BpmnAwareTests.assertThat(inspection).isWaitingAt(LAUNCH);
    assertThat(task(LAUNCH).getDueDate()).isEqualTo(date(LocalDateTime.of(2024, 9, 13, 23, 59, 59)));
  }

  @Test
  @DisplayName("窗口已开、还没发起：任务的到期日、提醒和督办都按新窗口重算，认领不丢，到新期限才督办")
  void launchOpen() {
    var inspection = windowOpened();
    as("gajStaff1", "gaj");
    tasks.claim(task(LAUNCH).getId(), "gajStaff1");
    Task before = task(LAUNCH);
    assertThat(before.getDueDate()).isEqualTo(date(LocalDateTime.of(2024, 10, 21, 23, 59, 59)));

    filed(Map.of("kind", "WINDOW", "from", 3, "to", 9));

    Task after = task(LAUNCH);
    assertThat(after.getId()).isEqualTo(before.getId());
    assertThat(after.getAssignee()).isEqualTo("gajStaff1");
    assertThat(after.getDueDate()).isEqualTo(date(LocalDateTime.of(2024, 8, 19, 23, 59, 59)));
    assertThat(jobs(DEADLINE)).hasSize(1);
    remindsThenEscalates("launch", LocalDate.of(2024, 8, 5), DEADLINE,
        LocalDateTime.of(2024, 8, 19, 23, 59, 59), "gaj");
    BpmnAwareTests.assertThat(inspection).isWaitingAt(LAUNCH);
  }

  @Test
  @DisplayName("已提醒、已督办之后窗口延后：新的期限重新提醒、重新督办，旧的督办单还在")
  void lateThenExtended() {
    planPublished();
    filed(Map.of("kind", "WINDOW", "from", 3, "to", 6));
    executeJobs(WINDOW);
    remindersOf(LocalDate.of(2024, 5, 16));
    assertThat(remindedBefore("launch")).containsExactly("gaj");
    at(LocalDateTime.of(2024, 5, 20, 9, 0));
    executeJobs(DEADLINE);

    filed(Map.of("kind", "WINDOW", "from", 3, "to", 11));

    timed(DEADLINE, LocalDateTime.of(2024, 10, 21, 23, 59, 59));
    remindersOf(LocalDate.of(2024, 10, 7));
    assertThat(remindedBefore("launch")).containsExactly("gaj");
    remindersOf(LocalDate.of(2024, 10, 8));
    assertThat(remindedBefore("launch")).containsExactly("gaj", "gaj");
    at(LocalDateTime.of(2024, 10, 22, 0, 0));
    executeJobs(DEADLINE);
    assertThat(all("select due_at::date::text from supervision_order where step = 'launch' order by id"))
        .containsExactly("2024-05-17", "2024-10-21");
  }

  @Test
  @DisplayName("窗口缩短到提醒日已过：过去的不再补提醒一次，期限仍按新窗口")
  void shortened() {
    windowOpened();
    remindersOf(LocalDate.of(2024, 10, 9));
    assertThat(remindedBefore("launch")).containsExactly("gaj");

    filed(Map.of("kind", "WINDOW", "from", 3, "to", 10));

    remindersOf(LocalDate.of(2024, 10, 10));
    assertThat(remindedBefore("launch")).containsExactly("gaj");
    assertThat(jobs(DEADLINE)).hasSize(1);
    timed(DEADLINE, LocalDateTime.of(2024, 10, 15, 23, 59, 59));
  }

  @Test
  @DisplayName("已发起：会签的期限从送签起算，不随窗口变；检查方案不得落在新窗口之外")
  void launchedKeepsItsCosigning() {
    launched("dice");
    List<java.util.Date> before = jobs(JointInspectionProcess.EVENT_COSIGN_DEADLINE).stream().map(Job::getDuedate).toList();
    as("gajStaff1", "gaj");
    assertThatThrownBy(() -> apply(JUNE_TO_OCTOBER))
        .hasMessageContaining("检查方案定的检查日期是 2024-04-08 至 2024-05-31，不在新窗口之内");

    at(LocalDateTime.of(2024, 3, 21, 9, 0));
    filed(Map.of("kind", "WINDOW", "from", 4, "to", 10));

    assertThat(jobs(JointInspectionProcess.EVENT_COSIGN_DEADLINE)).extracting(Job::getDuedate)
        .containsExactlyInAnyOrderElementsOf(before);
    assertThat(one("select window_closes || '/' || check_until from joint_inspection")).isEqualTo("2024-10-31/2024-05-31");
  }

  @Test
  @DisplayName("检查中延长检查截止日：每户每部门的通知、检查期限和定时器跟着改")
  void checkUntilMovesWithTheWindow() {
    inspecting();
    String notice = ObjectInspectionProcess.USER_TASK_GIVE_NOTICE;
    assertThat(allTasks(notice)).isNotEmpty().extracting(Task::getDueDate)
        .containsOnly(date(LocalDateTime.of(2024, 5, 24, 23, 59, 59)));
    as("gajStaff1", "gaj");
    assertThatThrownBy(() -> apply(Map.of("kind", "WINDOW", "from", 3, "to", 8, "checkUntil", "2024-09-02")))
        .hasMessageContaining("不在新窗口之内");
    assertThatThrownBy(() -> apply(Map.of("kind", "WINDOW", "from", 3, "to", 8, "checkUntil", "2024-05-30")))
        .hasMessageContaining("只能延后，不能早于检查方案定的 2024-05-31");

    filed(Map.of("kind", "WINDOW", "from", 3, "to", 8, "checkUntil", "2024-08-30"));

    assertThat(one("select check_until from joint_inspection")).isEqualTo("2024-08-30");
    assertThat(allTasks(notice)).extracting(Task::getDueDate).containsOnly(date(LocalDateTime.of(2024, 8, 23, 23, 59, 59)));
    timed(ObjectInspectionProcess.EVENT_NOTICE_DEADLINE, LocalDateTime.of(2024, 8, 23, 23, 59, 59));
    assertThat(allTasks(notice)).extracting(Task::getFollowUpDate).containsOnly(date(LocalDateTime.of(2024, 8, 20, 9, 0)));
  }

  @Test
  @DisplayName("备案那一刻再查一遍：申请时还能改，审查时已经冻结的，不予备案，什么也不变")
  void checkedAgainAtTheFiling() {
    launched("dice");
    applied(weights(1, 3, 6, 9));
    List.of("scjgj", "wsjds", "xfd").forEach(department -> cosign(department, true));
    runAsyncSteps();

    assertThatThrownBy(this::file).hasMessageContaining("抽取名单已经冻结，冻结之后不能再改");

    assertThat(one("select status from plan_adjustment")).isEqualTo("REQUESTED");
    assertThat(all("select weight from plan_item_weight")).isEmpty();
    tasks.setAssignee(unassigned(), null);
    refuse("已经冻结");
    assertThat(one("select status from plan_adjustment")).isEqualTo("RETURNED");
  }

  private String unassigned() {
    identity.clearAuthentication();
    return task(REVIEW).getId();
  }

  @Test
  @DisplayName("冻结之后，比例、权重、配合部门、取消都不收，窗口还收")
  void afterTheFreeze() {
    frozen("dice");
    as("gajStaff1", "gaj");
    for (Map<String, Object> late : List.of(ratio("EXACT", 100), weights(1, 3, 6, 9), CANCEL)) {
      assertThatThrownBy(() -> apply(late)).hasMessageContaining("抽取名单已经冻结");
    }
    assertThatThrownBy(() -> apply(cooperating("xfd"))).hasMessageContaining("配合部门只能在发起之前调整");
    filed(Map.of("kind", "WINDOW", "from", 3, "to", 12));
    assertThat(one("select window_closes from joint_inspection")).isEqualTo("2024-12-31");
  }

  @Test
  @DisplayName("抽取作废、退回重新发起之后，又可以调整")
  void afterAnAbandonedDraw() {
    frozen("dice");
    DEPARTMENTS.forEach(this::contribute);
    runAsyncSteps();
    completeAs("bgsStaff1", "bgs", task("userTask_enterPublicValue"), Map.of("abandon", true, "reason", "示例作废"));
    runAsyncSteps();
    assertThat(one("select status from joint_inspection where id = '" + INSPECTION + "'")).isEqualTo("WAITING");

    filed(cooperating("xfd"));

    assertThat(all("select department from participation order by position")).containsExactly("gaj", "xfd");
  }
}

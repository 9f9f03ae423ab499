package cn.jointinspection.process.deadlinerecomputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.jointinspection.deadlines.TimeLimits;
import cn.jointinspection.deadlines.Urgency;
import cn.jointinspection.deadlines.limits.Column;
import cn.jointinspection.deadlines.limits.LimitsRefused.OnlyTheOfficeSetsLimits;
import cn.jointinspection.deadlines.limits.LimitsRefused.RecomputationNotOpen;
import cn.jointinspection.deadlines.limits.Recomputation;
import cn.jointinspection.deadlines.limits.Recomputations;
import cn.jointinspection.deadlines.limits.TimeLimitsChange;
import cn.jointinspection.deadlines.limits.TimeLimitsFile;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.jointinspection.Journey;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("时限表改了：新任务立即照办，在办事项由办公室决定是否重算，逐件留痕")
class DeadlineRecomputationTest extends Journey {

  private static final Actor OFFICE = new Actor("bgsStaff1", "示例办公室", Set.of("bgs"));
  private static final String DECIDE = DeadlineRecomputationProcess.USER_TASK_DECIDE_RECOMPUTATION;
  private static final String COSIGN = JointInspectionProcess.USER_TASK_COSIGN_SCHEME;
  private static final String CHANGES =
      "select to_char(old_due, 'MM-DD') || ' ' || to_char(new_due, 'MM-DD') from deadline_change where state = '%s' "
      + "and step = '%s' order by id";

  @Autowired private RepositoryService repository;
  @Autowired private TimeLimits limits;
  @Autowired private TimeLimitsFile file;
  @Autowired private TimeLimitsChange change;
  @Autowired private Recomputations recomputations;
  @Autowired private TransactionTemplate transaction;

  /** Friday before the tomb-sweeping holiday: 4 to 6 April are off, Sunday 7 April is worked. */
  @BeforeEach
  void friday() {
    county.hotels(1, 0, 0, 0);
    county.inspectors(2);
    at(LocalDateTime.of(2024, 3, 29, 9, 0));
  }

  @AfterEach
  void theShippedTableAgain() {
    repository.createDecisionDefinitionQuery().decisionDefinitionKey(TimeLimits.DECISION).list().stream()
        .filter(version -> version.getVersion() > 1)
        .forEach(version -> repository.deleteDeployment(version.getDeploymentId()));
  }

  @Test
  @DisplayName("假期在中间：三个部门的会签从 5 个工作日改 7 个，同意重算后各自顺延，计时器跟着走")
  void recomputes() {
    launched("dice");
    assertThat(dues(COSIGN)).hasSize(3).containsOnly(endOf(4, 8));

    change("cosign", Column.DAYS, "7");
    runAsyncSteps();

    assertThat(dues(COSIGN)).containsOnly(endOf(4, 8));
    Task decide = task(DECIDE);
    assertThat(decide.getName()).isEqualTo("决定是否重算在办事项：时限表已改为第 2 版，3 件在办事项的期限会变");
    assertThat(decide.getDueDate()).isEqualTo(endOf(4, 3));
    assertThat(all(CHANGES.formatted("OFFERED", "cosign"))).containsOnly("04-08 04-10").hasSize(3);

    at(LocalDateTime.of(2024, 4, 2, 15, 0));
    decide(true);
    runAsyncSteps();

    assertThat(dues(COSIGN)).hasSize(3).containsOnly(endOf(4, 10));
    timed(JointInspectionProcess.EVENT_COSIGN_DEADLINE, LocalDateTime.of(2024, 4, 10, 23, 59, 59));
    followedUp(LocalDate.of(2024, 4, 8));
    assertThat(all(CHANGES.formatted("CHANGED", "cosign"))).containsOnly("04-08 04-10").hasSize(3);
    assertThat(one("select status || ' ' || decided_by || ' ' || reason from deadline_recomputation"))
        .isEqualTo("DONE bgsStaff1 示例理由");
    assertThat(all("select distinct version::text from deadline_change")).containsExactly("2");
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(DeadlineRecomputationProcess.KEY).count())
        .isZero();
  }

  /** The day on which the departments that still have to co-sign are reminded. */
  private void followedUp(LocalDate day) {
    assertThat(allTasks(COSIGN)).isNotEmpty().extracting(Task::getFollowUpDate).containsOnly(date(day.atTime(9, 0)));
  }

  @Test
  @DisplayName("新产生的任务立即按新时限，不等办公室决定")
  void newWaitsAtOnce() {
    change("cosign", Column.DAYS, "7");
    runAsyncSteps();
    launched("dice");

    assertThat(dues(COSIGN)).hasSize(3).containsOnly(endOf(4, 10));
    assertThat(recomputations.page(1, 100).items()).extracting(Recomputation::status).containsExactly(Recomputation.Status.NOTHING);
    assertThat(allTasks(DECIDE)).isEmpty();
  }

  @Test
  @DisplayName("办公室决定不重算，在办事项保留原期限，决定和理由留下")
  void declined() {
    launched("dice");
    change("cosign", Column.DAYS, "7");
    runAsyncSteps();

    decide(false);
    runAsyncSteps();

    assertThat(dues(COSIGN)).containsOnly(endOf(4, 8));
    assertThat(one("select status || ' ' || reason from deadline_recomputation")).isEqualTo("DECLINED 示例理由");
    assertThat(all(CHANGES.formatted("CHANGED", "cosign"))).isEmpty();
  }

  @Test
  @DisplayName("一批做到一半断了，重做一遍，结果和记录都只有一份")
  void aBatchThatBroke() {
    launched("dice");
    change("cosign", Column.DAYS, "7");
    runAsyncSteps();
    decide(true);
    Job batch = jobs(DeadlineRecomputationProcess.SERVICE_TASK_APPLY_DEADLINES).get(0);

    transaction.executeWithoutResult(crash -> {
      management.executeJob(batch.getId());
      crash.setRollbackOnly();
    });
    assertThat(dues(COSIGN)).containsOnly(endOf(4, 8));
    assertThat(all(CHANGES.formatted("CHANGED", "cosign"))).isEmpty();

    runAsyncSteps();
    assertThat(dues(COSIGN)).containsOnly(endOf(4, 10));
    assertThat(all(CHANGES.formatted("CHANGED", "cosign"))).hasSize(3);
    assertThat(jobs(JointInspectionProcess.EVENT_COSIGN_DEADLINE)).hasSize(3);
  }

  @Test
  @DisplayName("已经逾期的不因放宽而不逾期：期限、督办单都不变，写明原因")
  void lateStaysLate() {
    launched("dice");
    at(LocalDateTime.of(2024, 4, 9, 9, 0));
    executeJobs(JointInspectionProcess.EVENT_COSIGN_DEADLINE);
    assertThat(all("select department from supervision_order")).hasSize(3);

    change("cosign", Column.DAYS, "20");
    runAsyncSteps();

    assertThat(dues(COSIGN)).containsOnly(endOf(4, 8));
    assertThat(all("select distinct state || ' ' || note from deadline_change where step = 'cosign'"))
        .containsExactly("KEPT 已经逾期，期限和督办不变");
    assertThat(all("select department from supervision_order")).hasSize(3);
  }

  @Test
  @DisplayName("没有逾期的不因收紧当即逾期：至少留到下一个工作日")
  void nobodyBecomesLateAtOnce() {
    launched("dice");
    at(LocalDateTime.of(2024, 4, 3, 16, 0));
    change("cosign", Column.DAYS, "2");
    runAsyncSteps();
    decide(true);
    runAsyncSteps();

    assertThat(dues(COSIGN)).hasSize(3).containsOnly(endOf(4, 7));
    assertThat(allTasks(COSIGN)).extracting(Task::getFollowUpDate, Task::getPriority)
        .containsOnly(tuple(date(LocalDateTime.of(2024, 4, 3, 9, 0)), Urgency.REMINDED));
    assertThat(all("select distinct note from deadline_change where step = 'cosign'"))
        .containsExactly("按新时限已经过期，顺延到下一个工作日");
  }

  @Test
  @DisplayName("提醒过的任务期限延后，到新期限前再提醒一次；期限不变的不再提醒")
  void remindsOnceMore() {
    launched("dice");
    remindersOf(LocalDate.of(2024, 4, 3));
    assertThat(remindedBefore("cosign")).hasSize(3);

    change("cosign", Column.DAYS, "10");
    runAsyncSteps();
    decide(true);
    runAsyncSteps();

    followedUp(LocalDate.of(2024, 4, 11));
    remindersOf(LocalDate.of(2024, 4, 10));
    assertThat(remindedBefore("cosign")).hasSize(3);
    remindersOf(LocalDate.of(2024, 4, 11));
    remindersOf(LocalDate.of(2024, 4, 12));
    assertThat(remindedBefore("cosign")).hasSize(6);
  }

  @Test
  @DisplayName("只改提前提醒的天数，期限不动，提醒的日子改")
  void onlyTheReminder() {
    launched("dice");
    change("cosign", Column.REMIND_BEFORE, "4");
    runAsyncSteps();
    decide(true);
    runAsyncSteps();

    assertThat(dues(COSIGN)).containsOnly(endOf(4, 8));
    followedUp(LocalDate.of(2024, 4, 1));
    assertThat(all(CHANGES.formatted("CHANGED", "cosign"))).containsOnly("04-08 04-08").hasSize(3);
  }

  @Test
  @DisplayName("决定之前又改一版：旧的一次由新的代替，按最新的表只问一次")
  void replaced() {
    launched("dice");
    change("cosign", Column.DAYS, "7");
    runAsyncSteps();
    change("cosign", Column.DAYS, "6");
    runAsyncSteps();

    assertThat(recomputations.page(1, 100).items()).extracting(Recomputation::version, Recomputation::status).containsExactly(
        tuple(3, Recomputation.Status.OFFERED), tuple(2, Recomputation.Status.REPLACED));
    decide(true);
    runAsyncSteps();
    assertThat(dues(COSIGN)).hasSize(3).containsOnly(endOf(4, 9));
  }

  @Test
  @DisplayName("试算之后办结的不再改，之后逾期的保留")
  void whatHappensMeanwhile() {
    launched("dice");
    change("cosign", Column.DAYS, "7");
    runAsyncSteps();
    cosign("xfd", true);
    decide(true);
    runAsyncSteps();

    assertThat(all("select state from deadline_change where step = 'cosign' order by state"))
        .containsExactly("CHANGED", "CHANGED", "ENDED");
    assertThat(dues(COSIGN)).hasSize(2).containsOnly(endOf(4, 10));
  }

  @Test
  @DisplayName("没有下一年放假安排、算不出新期限的，说明缺哪一年，保留原期限")
  void aYearWithoutATable() {
    at(LocalDateTime.of(2026, 11, 20, 9, 0));
    as("bgsStaff1", "bgs");
    county.startPlan(county.importPlan());
    identity.clearAuthentication();

    change("examinePlan", Column.DAYS, "60");
    runAsyncSteps();

    assertThat(one("select state || ' ' || note from deadline_change where step = 'examinePlan'"))
        .startsWith("KEPT 无法按新时限计算：").contains("2027");
    assertThat(allTasks(DECIDE)).isEmpty();
  }

  @Test
  @DisplayName("不是办公室的人不能改表、不能决定重算，已被代替的决定不了")
  void onlyTheOffice() {
    launched("dice");
    change("cosign", Column.DAYS, "7");
    runAsyncSteps();
    long id = recomputations.page(1, 100).items().get(0).id();
    var police = new Actor("gajStaff1", "示例公安", Set.of("gaj"));

    assertThatExceptionOfType(OnlyTheOfficeSetsLimits.class)
        .isThrownBy(() -> recomputations.decide(id, true, "示例", police));
    assertThatExceptionOfType(OnlyTheOfficeSetsLimits.class)
        .isThrownBy(() -> change.edit(limits.inForce().getId(), Map.of(), police));
    recomputations.decide(id, false, "示例", OFFICE);
    assertThatExceptionOfType(RecomputationNotOpen.class)
        .isThrownBy(() -> recomputations.decide(id, true, "示例", OFFICE));
    assertThat(one("select status from deadline_recomputation")).isEqualTo("DECLINED");
  }

  @Test
  @DisplayName("办公室迟迟不决定，提醒办公室，逾期由纪检监察督办")
  void theDecisionHasALimitToo() {
    launched("dice");
    change("cosign", Column.DAYS, "7");
    runAsyncSteps();

    remindsThenEscalates("recompute", LocalDate.of(2024, 4, 2), DeadlineRecomputationProcess.EVENT_RECOMPUTE_DEADLINE,
        LocalDateTime.of(2024, 4, 3, 23, 59, 59), "bgs");
    assertThat(one("select supervisor from supervision_order where step = 'recompute'")).isEqualTo("jjjc");
    assertThat(all("select recipient from reminder_recipient")).containsExactly("bgs");
    assertThat(dues(COSIGN)).containsOnly(endOf(4, 8));
  }

  @Test
  @DisplayName("提醒谁、逾期转谁督办都照现行的表，在办事项也立即照办")
  void obeysWhoIsToldAndWhoDecides() {
    launched("dice");
    change("cosign", Column.TELLS, "REVIEWERS,LEAD");
    change("cosign", Column.ESCALATES_TO, "DISCIPLINE");

    remindersOf(LocalDate.of(2024, 4, 3));
    at(LocalDateTime.of(2024, 4, 9, 9, 0));
    executeJobs(JointInspectionProcess.EVENT_COSIGN_DEADLINE);

    assertThat(all("""
        select department || ':' || recipient from reminder join reminder_recipient on reminder_id = id
        where step = 'cosign' order by 1""")).containsExactly(
            "scjgj:gaj", "scjgj:scjgjReview", "wsjds:gaj", "wsjds:wsjdsReview", "xfd:gaj", "xfd:xfdReview");
    assertThat(all("select distinct supervisor from supervision_order")).containsExactly("jjjc");
  }

  private void change(String step, Column column, String value) {
    byte[] table = file.with(file.of(limits.inForce()), Map.of(step, Map.of(column, value)));
    repository.createDeployment().name("示例部署").addInputStream(TimeLimitsFile.NAME, new ByteArrayInputStream(table))
        .deploy();
  }

  private void decide(boolean recompute) {
    completeAs("bgsStaff1", "bgs", task(DECIDE), Map.of("recompute", recompute, "reason", "示例理由"));
  }

  private List<Date> dues(String task) {
    return allTasks(task).stream().map(Task::getDueDate).toList();
  }

  private static Date endOf(int month, int day) {
    return date(LocalDateTime.of(2024, month, day, 23, 59, 59));
  }
}

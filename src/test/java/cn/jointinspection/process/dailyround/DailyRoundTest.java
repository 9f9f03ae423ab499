package cn.jointinspection.process.dailyround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import cn.jointinspection.process.jointinspection.JointInspectionProcess;
import cn.jointinspection.process.jointinspection.Journey;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("每日巡检：优先级随期限升高，到期当日和逾期后提醒，时间跳过也不错（六）")
class DailyRoundTest extends Journey {

  private static final String LAUNCH = JointInspectionProcess.USER_TASK_LAUNCH_INSPECTION;

  @BeforeEach
  void aCountyOfHotels() {
    county.hotels(2, 1, 1, 1);
    county.inspectors(6);
  }

  /** Lets this morning's round run, all of it. */
  private void round(LocalDateTime morning) {
    at(morning);
    executeJobs(DailyRoundProcess.EVENT_MORNING_CAME);
    runAsyncSteps();
  }

  private static LocalDateTime morning(int month, int day) {
    return LocalDateTime.of(2024, month, day, 6, 0);
  }

  private List<String> reminders() {
    return all("select kind || ' ' || reminded_on from reminder where kind <> 'BEFORE' order by id");
  }

  @Test
  @DisplayName("每天早上六点；时间一跳几周，下一次仍是下一个早上")
  void everyMorning() {
    round(morning(10, 8));
    timed(DailyRoundProcess.EVENT_MORNING_CAME, morning(10, 9));

    round(LocalDateTime.of(2024, 11, 20, 15, 0));
    timed(DailyRoundProcess.EVENT_MORNING_CAME, morning(11, 21));
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(DailyRoundProcess.KEY).count()).isZero();
  }

  @Test
  @DisplayName("新待办立刻有跟进日期和优先级：未到提醒日的五十，已超期的九十")
  void newTasks() {
    windowOpened();
    assertThat(task(LAUNCH).getPriority()).isEqualTo(50);
    assertThat(task(LAUNCH).getFollowUpDate()).isEqualTo(date(LocalDateTime.of(2024, 10, 8, 9, 0)));
    assertThat(task(LAUNCH).getDueDate()).isEqualTo(date(LocalDateTime.of(2024, 10, 21, 23, 59, 59)));

    at(LocalDateTime.of(2024, 12, 5, 9, 0));
    as("bgsStaff1", "bgs");
    county.startPlan(county.importPlanOfTwo());
    identity.clearAuthentication();
    assertThat(task("userTask_examinePlan").getPriority()).isEqualTo(50);
    at(LocalDateTime.of(2024, 12, 5, 9, 0));
    completeAs("gajStaff1", "gaj", task(LAUNCH), scheme("dice"));
    assertThat(allTasks(JointInspectionProcess.USER_TASK_COSIGN_SCHEME)).hasSize(3)
        .allSatisfy(cosign -> assertThat(cosign.getPriority()).isEqualTo(50));
  }

  @Test
  @DisplayName("窗口已过才到手的任务，一到手就是超期的优先级")
  void lateFromTheStart() {
    planPublished();
    at(LocalDateTime.of(2024, 12, 5, 9, 0));
    executeJobs(JointInspectionProcess.EVENT_WINDOW_OPENED);

    assertThat(task(LAUNCH).getDueDate()).isEqualTo(date(LocalDateTime.of(2024, 11, 30, 23, 59, 59)));
    assertThat(task(LAUNCH).getPriority()).isEqualTo(90);
  }

  @Test
  @DisplayName("五十，提醒日六十，到期日八十，逾期九十，逾期超过五个工作日一百")
  void rises() {
    windowOpened();
    Map<LocalDateTime, Integer> expected = Map.of(
        morning(10, 7), 50, morning(10, 8), 60, morning(10, 20), 60, morning(10, 21), 80, morning(10, 22), 90,
        morning(10, 28), 90, morning(10, 29), 100);
    expected.keySet().stream().sorted().forEach(morning -> {
      round(morning);
      assertThat(task(LAUNCH).getPriority()).as(morning.toString()).isEqualTo(expected.get(morning));
    });
  }

  @Test
  @DisplayName("一跳几周后一次到位；期限推后的，优先级随之降下来")
  void afterAJump() {
    windowOpened();
    round(LocalDateTime.of(2024, 11, 8, 15, 0));
    assertThat(task(LAUNCH).getPriority()).isEqualTo(100);

    identity.clearAuthentication();
    var put = task(LAUNCH);
    put.setDueDate(date(LocalDateTime.of(2024, 11, 29, 23, 59, 59)));
    put.setFollowUpDate(date(LocalDateTime.of(2024, 11, 20, 9, 0)));
    tasks.saveTask(put);
    round(morning(11, 9));
    assertThat(task(LAUNCH).getPriority()).isEqualTo(50);
  }

  @Test
  @DisplayName("只写变了的，不动待办的版本：正在办理的人不会被拒绝")
  void nobodyIsRefused() {
    launched("dice");
    String revisions = "select string_agg(id_ || rev_, ',' order by id_) from act_ru_task";
    String before = one(revisions);
    round(morning(3, 27));
    assertThat(allTasks(JointInspectionProcess.USER_TASK_COSIGN_SCHEME)).extracting(t -> t.getPriority()).containsOnly(80);
    assertThat(one(revisions)).isEqualTo(before);

    String rows = "select string_agg(id_ || xmin, ',' order by id_) from act_ru_task";
    String written = one(rows);
    round(LocalDateTime.of(2024, 3, 27, 6, 1));
    assertThat(one(rows)).as("unchanged rows").isEqualTo(written);
  }

  @Test
  @Clause("六-3")
  @DisplayName("到期当日提醒一次，逾期后每三个工作日一次，办结就不再提醒；重做不重复")
  void remindsOnTheDayAndAfter() {
    windowOpened();
    for (int day = 20; day <= 31; day++) {
      round(morning(10, day));
      round(LocalDateTime.of(2024, 10, day, 6, 30));
    }
    assertThat(reminders()).containsExactly("ON_DAY 2024-10-21", "AFTER 2024-10-24", "AFTER 2024-10-29");
    assertThat(one("select distinct step || ' ' || department || ' ' || business_key from reminder where kind <> 'BEFORE'"))
        .isEqualTo("launch gaj 140826-2024-008");

    completeAs("gajStaff1", "gaj", task(LAUNCH), scheme("dice"));
    round(morning(11, 1));
    assertThat(all("select step from reminder where kind <> 'BEFORE'")).containsOnly("launch");
  }

  @Test
  @DisplayName("到期日停机、一跳几周：补提醒一次，不是每天一次")
  void remindsOnceAfterAJump() {
    windowOpened();
    round(LocalDateTime.of(2024, 11, 8, 15, 0));
    round(LocalDateTime.of(2024, 11, 8, 16, 0));
    assertThat(reminders()).containsExactly("AFTER 2024-11-08");

    round(morning(11, 9));
    round(morning(11, 12));
    assertThat(reminders()).as("three working days are not over").hasSize(1);
    round(morning(11, 13));
    assertThat(reminders()).containsExactly("AFTER 2024-11-08", "AFTER 2024-11-13");
  }

  @Test
  @Clause("六-3")
  @DisplayName("逐项待办提醒各自的部门；同一逾期的督办单列出到期前、当日和逾期后的提醒")
  void eachDepartmentItsOwn() {
    launched("dice");
    round(morning(3, 25));
    round(morning(3, 27));
    cosign("scjgj", true);
    round(morning(4, 1));

    assertThat(all("select department || ' ' || kind from reminder order by 1")).containsExactly(
        "scjgj BEFORE", "scjgj ON_DAY", "wsjds AFTER", "wsjds BEFORE", "wsjds ON_DAY", "xfd AFTER", "xfd BEFORE",
        "xfd ON_DAY");
  }

  @Test
  @DisplayName("四件事互不影响：一件做不成，其他三件照做，做不成的留待重试")
  void oneFailureDoesNotStopTheOthers() {
    windowOpened();
    identity.clearAuthentication();
    at(morning(10, 21));
    executeJobs(DailyRoundProcess.EVENT_MORNING_CAME);
    assertThat(jobs(DailyRoundProcess.SERVICE_TASK_RAISE_PRIORITIES)).hasSize(1);
    jdbc.sql("alter table reminder rename to reminder_away").update();
    try {
      Job reminding = jobs(DailyRoundProcess.SERVICE_TASK_REMIND_OF_DUE).get(0);
      assertThatThrownBy(() -> management.executeJob(reminding.getId()))
          .hasStackTraceContaining("reminder");
      executeJobs(DailyRoundProcess.SERVICE_TASK_RAISE_PRIORITIES);
      executeJobs(DailyRoundProcess.SERVICE_TASK_COUNT_DOWN);
      executeJobs(DailyRoundProcess.SERVICE_TASK_ANNOUNCE_CERTIFICATES);
    } finally {
      jdbc.sql("alter table reminder_away rename to reminder").update();
    }
    assertThat(task(LAUNCH).getPriority()).isEqualTo(80);
    assertThat(jobs(DailyRoundProcess.SERVICE_TASK_REMIND_OF_DUE)).singleElement()
        .extracting(Job::getRetries).isEqualTo(4);

    executeJobs(DailyRoundProcess.SERVICE_TASK_REMIND_OF_DUE);
    assertThat(reminders()).containsExactly("ON_DAY 2024-10-21");
  }

  @Test
  @Clause("一-5")
  @DisplayName("执法证到期前第三十一天不提醒，第三十天提醒，以后每天都不重复；时间跳过的补提醒一次")
  void certificatesAreAnnouncedOnce() {
    jdbc.sql("update inspector set certificate_expires_on = '2024-10-31' where certificate_no = 'ZF-gaj01'").update();
    jdbc.sql("update inspector set certificate_expires_on = '2024-12-05' where certificate_no = 'ZF-gaj02'").update();
    String announced = "select certificate_no || ' ' || expires_on || ' ' || announced_on from certificate_notice order by 1";

    round(morning(9, 30));
    assertThat(all(announced)).isEmpty();
    round(morning(10, 1));
    round(LocalDateTime.of(2024, 10, 1, 6, 30));
    round(morning(10, 2));
    assertThat(all(announced)).containsExactly("ZF-gaj01 2024-10-31 2024-10-01");
    round(LocalDateTime.of(2024, 11, 20, 15, 0));
    assertThat(all(announced)).containsExactly("ZF-gaj01 2024-10-31 2024-10-01", "ZF-gaj02 2024-12-05 2024-11-20");
  }

  private static final String FORMER_MODEL = """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="former"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
        <bpmn:process id="former" isExecutable="true" camunda:historyTimeToLive="P1D">
          <bpmn:startEvent id="start"/>
          <bpmn:sequenceFlow id="begin" sourceRef="start" targetRef="userTask_examinePlan"/>
          <bpmn:userTask id="userTask_examinePlan" camunda:candidateGroups="bgs"
              camunda:dueDate="${deadlines.due(execution, 'recompute')}"/>
          <bpmn:boundaryEvent id="event_formerReminder" cancelActivity="false" attachedToRef="userTask_examinePlan">
            <bpmn:timerEventDefinition>
              <bpmn:timeDate>${deadlines.reminder(execution, 'recompute')}</bpmn:timeDate>
            </bpmn:timerEventDefinition>
          </bpmn:boundaryEvent>
          <bpmn:sequenceFlow id="remind" sourceRef="event_formerReminder" targetRef="event_formerReminded"/>
          <bpmn:endEvent id="event_formerReminded">
            <bpmn:messageEventDefinition camunda:delegateExpression="${remindDelegate}"/>
          </bpmn:endEvent>
          <bpmn:boundaryEvent id="event_formerDeadline" cancelActivity="false" attachedToRef="userTask_examinePlan">
            <bpmn:timerEventDefinition>
              <bpmn:timeDate>${deadlines.due(execution, 'recompute')}</bpmn:timeDate>
            </bpmn:timerEventDefinition>
          </bpmn:boundaryEvent>
        </bpmn:process>
      </bpmn:definitions>
      """;

  @Test
  @DisplayName("旧版模型里还带着提醒定时器的在办事项，也由每日巡检提醒，只提醒一次")
  void workOfFormerModels() {
    var former = engine.getRepositoryService().createDeployment().addString("former.bpmn", FORMER_MODEL).deploy();
    try {
      var instance = runtime.startProcessInstanceByKey("former", "旧-1",
          Map.of("planId", String.valueOf(county.importPlan())));
      at(LocalDateTime.of(2024, 3, 22, 9, 0));
      executeJobs("event_formerReminder");
      assertThat(remindedBefore("recompute")).isEmpty();

      remindersOf(LocalDate.of(2024, 3, 22));
      remindersOf(LocalDate.of(2024, 3, 22));
      assertThat(remindedBefore("recompute")).containsExactly("bgs");
      runtime.deleteProcessInstance(instance.getId(), "test");
    } finally {
      engine.getRepositoryService().deleteDeployment(former.getId(), true);
    }
  }
}

package cn.jointinspection.process.publicdraw;

import static cn.jointinspection.process.County.DEPARTMENTS;
import static cn.jointinspection.process.County.INSPECTION;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.jointinspection.process.jointinspection.Journey;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("公开抽取的期限：先提醒，到期转督办（三、六）")
class PublicDrawTimersTest extends Journey {

  private ProcessInstance frozen() {
    county.hotels(2, 1, 1, 1);
    county.inspectors(6);
    frozen("dice");
    return instance(PublicDrawProcess.KEY, INSPECTION);
  }

  private ProcessInstance closed() {
    ProcessInstance draw = frozen();
    DEPARTMENTS.forEach(this::contribute);
    runAsyncSteps();
    return draw;
  }

  private void enterValue() {
    completeAs("bgsStaff1", "bgs", task(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE),
        Map.of("abandon", false, "value", "20237331"));
  }

  @Test
  @DisplayName("提交随机数：两个工作日；提醒时任务仍在，到期的记缺席，不再能提交")
  void contribute() {
    ProcessInstance draw = frozen();
    contribute("gaj");
    contribute("scjgj");

    remindersOf(LocalDate.of(2024, 3, 20));
    Assertions.assertThat(remindedBefore("contribute")).isEmpty();
    remindersOf(LocalDate.of(2024, 3, 21));
    Assertions.assertThat(allTasks(PublicDrawProcess.USER_TASK_CONTRIBUTE_NONCE)).hasSize(2);
    Assertions.assertThat(all("select department from reminder where step = 'contribute' order by 1"))
        .containsExactly("wsjds", "xfd");
    Assertions.assertThat(all("select department from supervision_order")).isEmpty();

    timed(PublicDrawProcess.EVENT_CONTRIBUTE_DEADLINE, LocalDateTime.of(2024, 3, 22, 23, 59, 59));
    at(LocalDateTime.of(2024, 3, 23, 0, 0));
    executeJobs(PublicDrawProcess.EVENT_CONTRIBUTE_DEADLINE);
    runAsyncSteps();

    Assertions.assertThat(allTasks(PublicDrawProcess.USER_TASK_CONTRIBUTE_NONCE)).isEmpty();
    Assertions.assertThat(all("select department from supervision_order where step = 'contribute' order by 1"))
        .containsExactly("wsjds", "xfd");
    Assertions.assertThat(all("select department from draw_contribution where nonce is null order by 1"))
        .containsExactly("wsjds", "xfd");
    assertThat(draw).hasPassed(PublicDrawProcess.EVENT_CONTRIBUTION_MISSING, PublicDrawProcess.EVENT_CONTRIBUTED);
    assertThat(draw).isWaitingAt(PublicDrawProcess.USER_TASK_ENTER_PUBLIC_VALUE);
  }

  @Test
  @DisplayName("录入公开随机值：两个工作日，督办的是办公室，逾期仍可录入")
  void enterPublicValue() {
    ProcessInstance draw = closed();

    remindsThenEscalates("publicValue",
        LocalDate.of(2024, 3, 21),
        PublicDrawProcess.EVENT_PUBLIC_VALUE_DEADLINE, LocalDateTime.of(2024, 3, 22, 23, 59, 59), "bgs");

    enterValue();
    assertThat(draw).isWaitingAt(PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE);
  }

  @Test
  @DisplayName("见证随机值：两个工作日，督办的是纪检监察，逾期仍可见证")
  void witness() {
    ProcessInstance draw = closed();
    enterValue();

    remindsThenEscalates("publicValue",
        LocalDate.of(2024, 3, 21),
        PublicDrawProcess.EVENT_WITNESS_DEADLINE, LocalDateTime.of(2024, 3, 22, 23, 59, 59), "jjjc");

    completeAs("jjjcStaff1", "jjjc", task(PublicDrawProcess.USER_TASK_CONFIRM_PUBLIC_VALUE), Map.of("confirm", true));
    runAsyncSteps();
    assertThat(draw).isEnded();
  }

  @Test
  @DisplayName("处理人员缺口：三个工作日，督办的是办公室，逾期仍可处理")
  void resolveShortfalls() {
    county.hotels(2, 1, 1, 1);
    county.inspectors(6);
    launched("dice");
    jdbc.sql("update inspector set certificate_expires_on = '2024-03-01' where department = 'xfd'").update();
    agreed();
    lotsDrawn();
    ProcessInstance draw = instance(PublicDrawProcess.KEY, INSPECTION);

    remindsThenEscalates("shortfall",
        LocalDate.of(2024, 3, 22),
        PublicDrawProcess.EVENT_SHORTFALL_DEADLINE, LocalDateTime.of(2024, 3, 25, 23, 59, 59), "bgs");

    assertThat(draw).isWaitingAt(PublicDrawProcess.USER_TASK_RESOLVE_SHORTFALLS);
  }
}

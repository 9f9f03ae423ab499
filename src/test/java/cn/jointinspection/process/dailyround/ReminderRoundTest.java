package cn.jointinspection.process.dailyround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import cn.jointinspection.process.ProcessTest;
import cn.jointinspection.process.StatementCount;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@DisplayName("提醒是一轮一轮发的：漏了补，断了续，几个节点同时跑也只发一次，待办再多也不多问数据库（六）")
@Import(StatementCount.class)
@TestPropertySource(properties = "joint-inspection.embedded.database=reminder_round")
class ReminderRoundTest extends ProcessTest {

  private static final LocalDate LAST_DAY = LocalDate.of(2024, 3, 25);
  private static final LocalDate REMINDED_ON = LocalDate.of(2024, 3, 22);
  /** More than one batch. */
  private static final int MANY = 501;
  private static final String MODEL = """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="many"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
        <bpmn:process id="many" isExecutable="true" camunda:historyTimeToLive="P1D">
          <bpmn:startEvent id="start"/>
          <bpmn:sequenceFlow id="begin" sourceRef="start" targetRef="userTask_examinePlan"/>
          <bpmn:userTask id="userTask_examinePlan" camunda:candidateGroups="bgs"
              camunda:dueDate="${deadlines.due(execution, 'recompute')}"/>
          <bpmn:boundaryEvent id="event_deadline" cancelActivity="false" attachedToRef="userTask_examinePlan">
            <bpmn:timerEventDefinition>
              <bpmn:timeDate>${deadlines.due(execution, 'recompute')}</bpmn:timeDate>
            </bpmn:timerEventDefinition>
          </bpmn:boundaryEvent>
        </bpmn:process>
      </bpmn:definitions>
      """;

  @Autowired ReminderRound round;
  @Autowired StatementCount statements;
  private Deployment deployment;
  private String plan;
  private int started;

  @BeforeEach
  void aModelOfOneStep() {
    deployment = engine.getRepositoryService().createDeployment().addString("many.bpmn", MODEL).deploy();
    plan = String.valueOf(county.importPlan());
  }

  @AfterEach
  void andNoneOfItLeft() {
    engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
  }

  private void work(int number) {
    IntStream.range(0, number)
        .forEach(n -> runtime.startProcessInstanceByKey("many", "待办-" + ++started, Map.of("planId", plan)));
  }

  private long reminders() {
    return jdbc.sql("select count(*) from reminder").query(Long.class).single();
  }

  private long remindedWork() {
    return jdbc.sql("select count(distinct business_key) from reminder").query(Long.class).single();
  }

  @Test
  @Clause("六-3")
  @DisplayName("提醒日停机：期限前的下一轮补发一次")
  void missedDay() {
    work(1);
    assertThat(tasks.createTaskQuery().singleResult().getDueDate()).isEqualTo(date(LAST_DAY.atTime(23, 59, 59)));
    remindersOf(REMINDED_ON.minusDays(1));
    assertThat(reminders()).isZero();

    remindersOf(REMINDED_ON.plusDays(1));
    remindersOf(REMINDED_ON.plusDays(2));
    assertThat(all("select kind || ' ' || reminded_on from reminder")).containsExactly("BEFORE 2024-03-23");
  }

  @Test
  @DisplayName("两批之间断了：已发的留着，下一轮只补没发的")
  void failureBetweenBatches() {
    work(MANY);
    String last = one("""
        select instance.business_key_ from act_ru_task task join act_ru_execution instance
          on instance.id_ = task.proc_inst_id_ order by task.id_ desc limit 1""");
    jdbc.sql("alter table reminder add constraint fails check (business_key <> '" + last + "')").update();
    try {
      assertThatThrownBy(() -> remindersOf(REMINDED_ON)).hasStackTraceContaining("fails");
    } finally {
      jdbc.sql("alter table reminder drop constraint fails").update();
    }
    assertThat(reminders()).isEqualTo(MANY - 1);

    remindersOf(REMINDED_ON);
    assertThat(reminders()).isEqualTo(MANY).isEqualTo(remindedWork());
  }

  @Test
  @DisplayName("四个节点同时跑：每件只提醒一次")
  void severalRoundsAtOnce() throws Exception {
    work(MANY);
    at(REMINDED_ON.atTime(6, 0));
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      Callable<Void> node = () -> {
        round.remind();
        return null;
      };
      for (Future<Void> done : nodes.invokeAll(List.of(node, node, node, node))) {
        done.get();
      }
    } finally {
      nodes.shutdown();
    }
    assertThat(reminders()).isEqualTo(MANY).isEqualTo(remindedWork());
  }

  @Test
  @DisplayName("一批十件与五百件，问数据库的次数相同")
  void sameStatementsForFewAndMany() {
    work(1);
    remindersOf(REMINDED_ON);
    int few = again(9);
    int many = again(490);

    assertThat(reminders()).isEqualTo(500);
    assertThat(many).isEqualTo(few);
  }

  /** Of so many more, and of all before them anew. @return statements */
  private int again(int more) {
    jdbc.sql("delete from reminder").update();
    at(START);
    work(more);
    return statements.during(() -> remindersOf(REMINDED_ON));
  }
}

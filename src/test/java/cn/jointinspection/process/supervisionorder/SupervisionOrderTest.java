package cn.jointinspection.process.supervisionorder;

import static cn.jointinspection.process.supervisionorder.SupervisionOrderProcess.EVENT_DECIDE_DEADLINE;
import static cn.jointinspection.process.supervisionorder.SupervisionOrderProcess.EVENT_DECIDE_ESCALATED;
import static cn.jointinspection.process.supervisionorder.SupervisionOrderProcess.EVENT_EXPLAIN_DEADLINE;
import static cn.jointinspection.process.supervisionorder.SupervisionOrderProcess.EVENT_EXPLANATION_ADDED;
import static cn.jointinspection.process.supervisionorder.SupervisionOrderProcess.EVENT_ORDER_CLOSED;
import static cn.jointinspection.process.supervisionorder.SupervisionOrderProcess.USER_TASK_DECIDE_SUPERVISION;
import static cn.jointinspection.process.supervisionorder.SupervisionOrderProcess.USER_TASK_EXPLAIN_LATENESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.inspection.CheckRows;
import cn.jointinspection.process.AftermathProcessTest;
import cn.jointinspection.supervision.Recipient;
import cn.jointinspection.supervision.ReminderKind;
import cn.jointinspection.supervision.Reminders;
import cn.jointinspection.supervision.Supervision;
import cn.jointinspection.supervision.SupervisionOrder;
import cn.jointinspection.supervision.SupervisionRecords;
import cn.jointinspection.supervision.SupervisionRefused.RecordIsKeptWithTheDecision;
import cn.jointinspection.supervision.SupervisionStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("督办与问责流程（第六条）")
class SupervisionOrderTest extends AftermathProcessTest {

  private static final Instant DUE = Instant.parse("2024-05-31T15:59:59Z");

  @Autowired private SupervisionStarter starter;
  @Autowired private Supervision supervision;
  @Autowired private SupervisionRecords records;
  @Autowired private Reminders reminders;
  @Autowired private SupervisionFacts facts;
  @Autowired private WorkItemTimes workItems;

  private long order;
  private String key;
  private ProcessInstance instance;

  @BeforeEach
  void aLateness() {
    order = lateness("gaj", CheckRows.JOINT_INSPECTION + "/1");
    key = SupervisionOrder.number(order);
    instance = instance(key);
  }

  private long lateness(String department, String businessKey) {
    starter.start(new Lateness("enter", businessKey, CheckRows.JOINT_INSPECTION, department, "录入检查结果", DUE));
    return supervision.open(null, 1, 1000).items().stream().filter(o -> o.department().equals(department)).findFirst().orElseThrow().id();
  }

  @Test
  @Clause("六-8")
  @DisplayName("逾期部门说明，办公室免责，督办结束")
  void explainedAndExempt() {
    assertThat(instance).isWaitingAtExactly(USER_TASK_EXPLAIN_LATENESS);
    assertThat(task(key, USER_TASK_EXPLAIN_LATENESS)).hasCandidateGroup("gaj");
    complete("gaj", task(key, USER_TASK_EXPLAIN_LATENESS), Map.of("explanation", "检查对象停业"));
    assertThat(instance).isWaitingAtExactly(USER_TASK_DECIDE_SUPERVISION);
    assertThat(task(key, USER_TASK_DECIDE_SUPERVISION)).hasCandidateGroup("bgs");
    assertThat(view(key, task(key, USER_TASK_DECIDE_SUPERVISION)))
        .hasFieldOrPropertyWithValue("order.department", "公安局")
        .hasFieldOrPropertyWithValue("order.explained", true);
    complete("bgs", task(key, USER_TASK_DECIDE_SUPERVISION), Map.of("choice", "EXEMPT", "note", "已照单履职"));

    assertThat(instance).isEnded().hasPassed(EVENT_ORDER_CLOSED).hasNotPassed(EVENT_EXPLANATION_ADDED);
    assertThat(supervision.get(order).status()).isEqualTo(SupervisionStatus.EXEMPT);
  }

  @Test
  @Clause("六-8")
  @DisplayName("办公室要求补充，部门再说明，办公室问责")
  void askedAgainThenAnswerable() {
    complete("gaj", task(key, USER_TASK_EXPLAIN_LATENESS), Map.of("explanation", "忙"));
    complete("bgs", task(key, USER_TASK_DECIDE_SUPERVISION), Map.of("choice", "ASK_AGAIN", "note", "请具体说明"));
    assertThat(instance).isWaitingAtExactly(USER_TASK_EXPLAIN_LATENESS);
    complete("gaj", task(key, USER_TASK_EXPLAIN_LATENESS), Map.of("explanation", "无其他原因"));
    complete("bgs", task(key, USER_TASK_DECIDE_SUPERVISION), Map.of("choice", "ANSWERABLE", "note", "未照单履职"));

    assertThat(instance).isEnded();
    assertThat(supervision.get(order).status()).isEqualTo(SupervisionStatus.ANSWERABLE);
    assertThat(supervision.get(order).steps()).hasSize(5);
  }

  @Test
  @DisplayName("说明期限届满，案件转办公室；部门仍可补充说明，只有一项待认定")
  void lateExplanationIsStillHeard() {
    fire(key, EVENT_EXPLAIN_DEADLINE);
    assertThat(instance).isWaitingAtExactly(USER_TASK_EXPLAIN_LATENESS, USER_TASK_DECIDE_SUPERVISION);

    complete("gaj", task(key, USER_TASK_EXPLAIN_LATENESS), Map.of("explanation", "补充说明"));
    assertThat(instance).hasPassed(EVENT_EXPLANATION_ADDED).isWaitingAtExactly(USER_TASK_DECIDE_SUPERVISION);
    complete("bgs", task(key, USER_TASK_DECIDE_SUPERVISION), Map.of("choice", "ASK_AGAIN", "note", "请附证明"));
    assertThat(instance).isWaitingAtExactly(USER_TASK_EXPLAIN_LATENESS);
    complete("gaj", task(key, USER_TASK_EXPLAIN_LATENESS), Map.of("explanation", "证明如下"));
    complete("bgs", task(key, USER_TASK_DECIDE_SUPERVISION), Map.of("choice", "EXEMPT", "note", "属实"));
    assertThat(instance).isEnded();
  }

  @Test
  @DisplayName("一直不说明的，办公室直接认定，部门的待办随之结束；没有说明可问时不能要求补充")
  void decidedWithoutExplanation() {
    fire(key, EVENT_EXPLAIN_DEADLINE);
    assertThatThrownBy(() -> complete("bgs", task(key, USER_TASK_DECIDE_SUPERVISION),
        Map.of("choice", "ASK_AGAIN", "note", "问"))).hasStackTraceContaining(SupervisionStatus.EXPLAINED.text());
    complete("bgs", task(key, USER_TASK_DECIDE_SUPERVISION), Map.of("choice", "ANSWERABLE", "note", "逾期且不说明"));

    assertThat(instance).isEnded();
    assertThat(supervision.get(order).status()).isEqualTo(SupervisionStatus.ANSWERABLE);
  }

  @Test
  @Clause("六-3")
  @DisplayName("办公室迟迟不认定的，它自己也被督办，由纪检监察处理")
  void theOfficeIsSupervisedToo() {
    complete("gaj", task(key, USER_TASK_EXPLAIN_LATENESS), Map.of("explanation", "原因"));
    fire(key, EVENT_DECIDE_DEADLINE);

    assertThat(instance).hasPassed(EVENT_DECIDE_ESCALATED).isWaitingAtExactly(USER_TASK_DECIDE_SUPERVISION);
    SupervisionOrder second = supervision.open(null, 1, 1000).items().stream().filter(o -> o.id() != order).findFirst().orElseThrow();
    assertThat(second.department()).isEqualTo("bgs");
    String secondKey = SupervisionOrder.number(second.id());
    complete("bgs", task(secondKey, USER_TASK_EXPLAIN_LATENESS), Map.of("explanation", "原因"));
    assertThat(task(secondKey, USER_TASK_DECIDE_SUPERVISION)).hasCandidateGroup("jjjc");
    fire(secondKey, EVENT_DECIDE_DEADLINE);
    assertThat(all("select department from supervision_order order by id"))
        .as("督办督办的，到此为止").containsExactly("gaj", "bgs");
    complete("jjjc", task(secondKey, USER_TASK_DECIDE_SUPERVISION), Map.of("choice", "EXEMPT", "note", "属实"));
    assertThat(instance(secondKey)).isNull();
  }

  @Test
  @DisplayName("说明、认定各五个工作日，提前两个提醒；到期前、到期后都能办")
  void dueDates() {
    remindedOn(LocalDate.of(2024, 6, 6), "explain", "gaj");
    firesAt(key, EVENT_EXPLAIN_DEADLINE, LocalDateTime.of(2024, 6, 11, 23, 59, 59));
    assertThat(instance).isWaitingAtExactly(USER_TASK_EXPLAIN_LATENESS, USER_TASK_DECIDE_SUPERVISION);

    remindedOn(LocalDate.of(2024, 6, 14), "decideSupervision", "bgs");
    firesAt(key, EVENT_DECIDE_DEADLINE, LocalDateTime.of(2024, 6, 18, 23, 59, 59));
    assertThat(all("select step || ' ' || department from supervision_order order by id"))
        .containsExactly("enter gaj", "decideSupervision bgs");
    complete("bgs", task(key, USER_TASK_DECIDE_SUPERVISION), Map.of("choice", "ANSWERABLE", "note", "逾期且不说明"));
    assertThat(instance).isEnded();
  }

  @Test
  @Clause("六-8")
  @DisplayName("认定时全部记录随之存档，含提醒、督办经过、办理时间和认定本身；以后不再变")
  void keepsTheFullRecord() {
    remindedOn(LocalDate.of(2024, 6, 6), "explain", "gaj");
    complete("gaj", task(key, USER_TASK_EXPLAIN_LATENESS), Map.of("explanation", "检查对象停业"));
    complete("bgs", task(key, USER_TASK_DECIDE_SUPERVISION), Map.of("choice", "ASK_AGAIN", "note", "请附证明"));
    assertThat(records.of(order)).isEmpty();
    complete("gaj", task(key, USER_TASK_EXPLAIN_LATENESS), Map.of("explanation", "证明如下"));
    reminders.keep(List.of(new Reminders.Reminder(ReminderKind.BEFORE, null, "enter", CheckRows.JOINT_INSPECTION + "/1",
        CheckRows.JOINT_INSPECTION, "gaj", DUE, List.of(new Recipient("gaj", "公安局")))), LocalDate.of(2024, 5, 30));
    complete("bgs", task(key, USER_TASK_DECIDE_SUPERVISION), Map.of("choice", "EXEMPT", "note", "已照单履职"));

    var kept = facts.read(records.of(order).orElseThrow());
    assertThat(kept.number()).isEqualTo(key);
    assertThat(kept.status()).isEqualTo(SupervisionStatus.EXEMPT.text());
    assertThat(kept.steps()).extracting(SupervisionFacts.Entry::action)
        .containsExactly("发出督办", "说明逾期原因", "要求补充说明", "说明逾期原因", "认定免责");
    assertThat(kept.reminders()).singleElement().satisfies(reminder -> {
      assertThat(reminder.kind()).isEqualTo("到期前");
      assertThat(reminder.told()).containsExactly("公安局");
    });
    jdbc.sql("update supervision_order set subject = '改过' where id = ?").param(order).update();
    assertThat(facts.read(records.of(order).orElseThrow()).subject()).isEqualTo(kept.subject());
    assertThatThrownBy(() -> records.keep(order, "{}")).isInstanceOf(RecordIsKeptWithTheDecision.class);
    assertThatThrownBy(() -> jdbc.sql("update supervision_record set sha256 = ''").update())
        .hasMessageContaining("never altered");
  }

  @Test
  @DisplayName("记录里有该项工作每件待办的收到、期限、办结时间和经办人，看得出谁逾期")
  void showsTheTimesOfTheWork() {
    String late = CheckRows.JOINT_INSPECTION + "-examine";
    var plan = engine.getRuntimeService().createProcessInstanceByKey("supervision-order").businessKey(late)
        .setVariables(Map.of("supervisionOrderId", order, "department", "gaj", "supervisor", "bgs"))
        .startBeforeActivity(USER_TASK_EXPLAIN_LATENESS).execute();
    assertThat(plan).isNotNull();
    complete("gaj", task(late, USER_TASK_EXPLAIN_LATENESS), Map.of("explanation", "原因"));
    today("2024-06-20");

    var times = workItems.of(late);
    assertThat(times).extracting(WorkItemTimes.Times::late).containsExactly(false, true);
    assertThat(times.get(0).name()).startsWith("说明逾期原因");
    assertThat(times.get(0).person()).contains("示例");
    assertThat(times.get(0).endedAt()).isEqualTo(Instant.parse("2024-06-03T01:00:00Z"));
    assertThat(times.get(1).person()).isNull();
    assertThat(times.get(1).endedAt()).isNull();
  }

  @Test
  @DisplayName("督办结案后同一逾期再响不另立；另一环节、另一对象的逾期各立各的")
  void afterTheOrderIsClosed() {
    complete("gaj", task(key, USER_TASK_EXPLAIN_LATENESS), Map.of("explanation", "原因"));
    complete("bgs", task(key, USER_TASK_DECIDE_SUPERVISION), Map.of("choice", "EXEMPT", "note", "属实"));
    lateAgain("enter", CheckRows.JOINT_INSPECTION + "/1");
    assertThat(supervision.open(null, 1, 1000).items()).isEmpty();

    lateAgain("review", CheckRows.JOINT_INSPECTION + "/1");
    lateAgain("enter", CheckRows.JOINT_INSPECTION + "/2");
    assertThat(supervision.open(null, 1, 1000).items()).hasSize(2);
  }

  private void lateAgain(String step, String businessKey) {
    starter.start(new Lateness(step, businessKey, CheckRows.JOINT_INSPECTION, "gaj", null, "录入检查结果", null, DUE));
  }

  @Test
  @DisplayName("同一逾期再次响起，不再另立督办")
  void oneProcessForEachLateness() {
    starter.start(new Lateness("enter", CheckRows.JOINT_INSPECTION + "/1", CheckRows.JOINT_INSPECTION, "gaj",
        "录入检查结果", DUE));

    assertThat(engine.getRuntimeService().createProcessInstanceQuery()
        .processDefinitionKey(SupervisionOrderProcess.KEY).count()).isEqualTo(1);
  }

  @Test
  @DisplayName("不属任何联合抽查的工作逾期，也能督办")
  void withoutAJointInspection() {
    starter.start(new Lateness("examinePlan", "140826-2024", null, "bgs", "审核年度计划", DUE));

    SupervisionOrder other = supervision.open(null, 1, 1000).items().stream().filter(o -> o.id() != order).findFirst().orElseThrow();
    assertThat(other.jointInspectionId()).isNull();
    String otherKey = SupervisionOrder.number(other.id());
    assertThat(view(otherKey, task(otherKey, USER_TASK_EXPLAIN_LATENESS))).extracting("order.record").asList().isEmpty();
  }
}

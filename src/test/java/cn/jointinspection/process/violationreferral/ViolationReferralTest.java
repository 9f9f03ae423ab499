package cn.jointinspection.process.violationreferral;

import static cn.jointinspection.process.violationreferral.ViolationReferralProcess.EVENT_ACKNOWLEDGE_DEADLINE;
import static cn.jointinspection.process.violationreferral.ViolationReferralProcess.EVENT_HANDLE_DEADLINE;
import static cn.jointinspection.process.violationreferral.ViolationReferralProcess.EVENT_HANDLE_ESCALATED;
import static cn.jointinspection.process.violationreferral.ViolationReferralProcess.EVENT_LETTER_DEADLINE;
import static cn.jointinspection.process.violationreferral.ViolationReferralProcess.EVENT_RECEIVE_DEADLINE;
import static cn.jointinspection.process.violationreferral.ViolationReferralProcess.EVENT_RECEIVE_ESCALATED;
import static cn.jointinspection.process.violationreferral.ViolationReferralProcess.EVENT_REDIRECT_DEADLINE;
import static cn.jointinspection.process.violationreferral.ViolationReferralProcess.EVENT_REFERRAL_CLOSED;
import static cn.jointinspection.process.violationreferral.ViolationReferralProcess.EVENT_WITHDRAWN;
import static cn.jointinspection.process.violationreferral.ViolationReferralProcess.USER_TASK_ACKNOWLEDGE_OUTCOME;
import static cn.jointinspection.process.violationreferral.ViolationReferralProcess.USER_TASK_HANDLE_VIOLATION;
import static cn.jointinspection.process.violationreferral.ViolationReferralProcess.USER_TASK_ISSUE_LETTER;
import static cn.jointinspection.process.violationreferral.ViolationReferralProcess.USER_TASK_RECEIVE_REFERRAL;
import static cn.jointinspection.process.violationreferral.ViolationReferralProcess.USER_TASK_REDIRECT_REFERRAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.inspection.CheckRows;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.process.AftermathProcessTest;
import cn.jointinspection.process.supervisionorder.SupervisionOrderProcess;
import cn.jointinspection.referral.Referral;
import cn.jointinspection.referral.ReferralRefused.ReferralToItself;
import cn.jointinspection.referral.ReferralStatus;
import cn.jointinspection.referral.Referrals;
import cn.jointinspection.supervision.Supervision;
import cn.jointinspection.supervision.SupervisionOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("抄告移交流程（第五条）")
class ViolationReferralTest extends AftermathProcessTest {

  private static final Actor POLICE = new Actor("gajStaff", "示例", Set.of("gaj"));

  @Autowired private ReferralStarter starter;
  @Autowired private Referrals referrals;
  @Autowired private Supervision supervision;

  private String id;
  private ProcessInstance instance;

  @BeforeEach
  void aReferral() {
    id = starter.start(check, "scjgj", "未亮照经营", POLICE);
    instance = instance(id);
  }

  @Test
  @Clause("五-7")
  @DisplayName("制发、签收、办理、核对，直到办结；每步由该办的部门办")
  void straightThrough() {
    assertThat(instance).isWaitingAtExactly(USER_TASK_ISSUE_LETTER).hasBusinessKey(id);
    Task letter = task(id, USER_TASK_ISSUE_LETTER);
    assertThat(letter).hasCandidateGroup("gaj").hasFormKey("embedded:/forms/issueLetter.html");
    assertThat(view(id, letter)).hasFieldOrPropertyWithValue("referral.objectName", CheckRows.name(1))
        .hasFieldOrPropertyWithValue("referral.steps", List.of(new ReferralFacts.StepFacts(
            Instant.parse("2024-06-03T01:00:00Z"), "登记抄告，送市场监管局", "公安局", "示例", "未亮照经营")))
        .extracting("defaults.letter").asString().contains("市场监管局：", "未亮照经营");

    complete("gaj", letter, Map.of("letter", "函"));
    assertThat(instance).isWaitingAtExactly(USER_TASK_RECEIVE_REFERRAL);
    assertThat(task(id, USER_TASK_RECEIVE_REFERRAL)).hasCandidateGroup("scjgj");
    complete("scjgj", task(id, USER_TASK_RECEIVE_REFERRAL), Map.of("accept", true));
    assertThat(task(id, USER_TASK_HANDLE_VIOLATION)).hasCandidateGroup("scjgj");
    complete("scjgj", task(id, USER_TASK_HANDLE_VIOLATION), Map.of("outcome", "已责令改正"));
    assertThat(task(id, USER_TASK_ACKNOWLEDGE_OUTCOME)).hasCandidateGroup("gaj");
    complete("gaj", task(id, USER_TASK_ACKNOWLEDGE_OUTCOME), Map.of("accept", true));

    assertThat(instance).isEnded().hasPassed(EVENT_REFERRAL_CLOSED)
        .hasNotPassed(USER_TASK_REDIRECT_REFERRAL, EVENT_WITHDRAWN);
    Referral referral = referrals.get(id);
    assertThat(referral.status()).isEqualTo(ReferralStatus.CLOSED);
    assertThat(referral.outcome()).isEqualTo("已责令改正");
    assertThat(referral.steps()).hasSize(5);
  }

  @Test
  @Clause("五-7")
  @DisplayName("退回后改送：新部门收到新的抄告函")
  void returnedAndRedirected() {
    returned();
    assertThat(task(id, USER_TASK_REDIRECT_REFERRAL)).hasCandidateGroup("gaj");
    complete("gaj", task(id, USER_TASK_REDIRECT_REFERRAL),
        Map.of("withdraw", false, "target", "xfd", "note", "消防事项"));

    assertThat(instance).isWaitingAtExactly(USER_TASK_ISSUE_LETTER);
    complete("gaj", task(id, USER_TASK_ISSUE_LETTER), Map.of("letter", "改送函"));
    assertThat(task(id, USER_TASK_RECEIVE_REFERRAL)).hasCandidateGroup("xfd");
    complete("xfd", task(id, USER_TASK_RECEIVE_REFERRAL), Map.of("accept", true));
    assertThat(instance).isWaitingAtExactly(USER_TASK_HANDLE_VIOLATION);
    assertThat(referrals.get(id).to().code()).isEqualTo("xfd");
  }

  @Test
  @DisplayName("退回后撤回，抄告结束")
  void returnedAndWithdrawn() {
    returned();
    complete("gaj", task(id, USER_TASK_REDIRECT_REFERRAL), Map.of("withdraw", true, "note", "核实后已改正"));

    assertThat(instance).isEnded().hasPassed(EVENT_WITHDRAWN).hasNotPassed(USER_TASK_HANDLE_VIOLATION);
    assertThat(referrals.get(id).status()).isEqualTo(ReferralStatus.WITHDRAWN);
  }

  @Test
  @DisplayName("反馈不清楚的再问，对方补充后办结")
  void askedAgain() {
    accepted();
    complete("scjgj", task(id, USER_TASK_HANDLE_VIOLATION), Map.of("outcome", "已办"));
    complete("gaj", task(id, USER_TASK_ACKNOWLEDGE_OUTCOME), Map.of("accept", false, "note", "请写明措施"));

    assertThat(instance).isWaitingAtExactly(USER_TASK_HANDLE_VIOLATION);
    complete("scjgj", task(id, USER_TASK_HANDLE_VIOLATION), Map.of("outcome", "已责令改正"));
    complete("gaj", task(id, USER_TASK_ACKNOWLEDGE_OUTCOME), Map.of("accept", true));
    assertThat(instance).isEnded();
    assertThat(referrals.get(id).outcome()).isEqualTo("已责令改正");
  }

  @Test
  @DisplayName("制发、改送、核对：五个工作日，督办的是移送部门，逾期仍可办理")
  void lateSteps() {
    pursued("referralOther", EVENT_LETTER_DEADLINE, "gaj");
    returned();
    pursued("referralOther", EVENT_REDIRECT_DEADLINE, "gaj");
    complete("gaj", task(id, USER_TASK_REDIRECT_REFERRAL), Map.of("withdraw", false, "target", "xfd", "note", "消防事项"));
    complete("gaj", task(id, USER_TASK_ISSUE_LETTER), Map.of("letter", "改送函"));
    complete("xfd", task(id, USER_TASK_RECEIVE_REFERRAL), Map.of("accept", true));
    complete("xfd", task(id, USER_TASK_HANDLE_VIOLATION), Map.of("outcome", "已办"));
    pursued("referralOther", EVENT_ACKNOWLEDGE_DEADLINE, "gaj");
    complete("gaj", task(id, USER_TASK_ACKNOWLEDGE_OUTCOME), Map.of("accept", true));
    assertThat(instance).isEnded();
  }

  /** On a Monday, with a holiday in the week after. */
  private void pursued(String step, String deadline, String department) {
    jdbc.sql("truncate supervision_step, supervision_record, year_closing_entry, supervision_order, reminder_recipient, reminder")
        .update();
    remindedOn(LocalDate.of(2024, 6, 6), step, department);
    firesAt(id, deadline, LocalDateTime.of(2024, 6, 11, 23, 59, 59));
    assertThat(all("select step || ' ' || department from supervision_order")).containsExactly(step + " " + department);
    today("2024-06-03");
  }

  @Test
  @DisplayName("办理：六十个工作日，提前十个提醒，督办的是受移送部门，逾期仍可办理")
  void handlingIsPursued() {
    accepted();
    remindedOn(LocalDate.of(2024, 8, 13), "referralHandle", "scjgj");
    firesAt(id, EVENT_HANDLE_DEADLINE, LocalDateTime.of(2024, 8, 27, 23, 59, 59));
    assertThat(all("select department from supervision_order")).containsExactly("scjgj");
    complete("scjgj", task(id, USER_TASK_HANDLE_VIOLATION), Map.of("outcome", "已责令改正"));
    assertThat(instance).isWaitingAtExactly(USER_TASK_ACKNOWLEDGE_OUTCOME);
  }

  @Test
  @DisplayName("临近签收期限提醒一次；期限届满转督办，抄告仍可签收")
  void lateReceipt() {
    complete("gaj", task(id, USER_TASK_ISSUE_LETTER), Map.of("letter", "函"));
    Task receive = task(id, USER_TASK_RECEIVE_REFERRAL);
    assertThat(receive.getDueDate()).isEqualTo(Instant.parse("2024-06-11T15:59:59Z"));

    remindedOn(LocalDate.of(2024, 6, 6), "referralReceive", "scjgj");
    assertThat(instance).isWaitingAtExactly(USER_TASK_RECEIVE_REFERRAL);
    assertThat(supervision.open(null, 1, 1000).items()).isEmpty();
    firesAt(id, EVENT_RECEIVE_DEADLINE, LocalDateTime.of(2024, 6, 11, 23, 59, 59));

    assertThat(instance).hasPassed(EVENT_RECEIVE_ESCALATED).isWaitingAtExactly(USER_TASK_RECEIVE_REFERRAL);
    SupervisionOrder order = supervision.get(supervision.open(null, 1, 1000).items().get(0).id());
    assertThat(order.department()).isEqualTo("scjgj");
    assertThat(order.businessKey()).isEqualTo(id);
    assertThat(order.dueAt()).isEqualTo(receive.getDueDate().toInstant());
    assertThat(order.subject()).contains("签收抄告", CheckRows.TITLE, id);
    assertThat(order.reminders()).extracting(SupervisionOrder.Reminder::at).containsExactly(Instant.parse("2024-06-05T22:00:00Z"));
    assertThat(instance(SupervisionOrder.number(order.id()))).isNotNull();
    complete("scjgj", task(id, USER_TASK_RECEIVE_REFERRAL), Map.of("accept", true));
    assertThat(instance).isWaitingAtExactly(USER_TASK_HANDLE_VIOLATION);
  }

  @Test
  @DisplayName("办理逾期的督办单附有移送的全部记录")
  void theRecordOfLateHandling() {
    accepted();
    today("2024-12-01");
    fire(id, EVENT_HANDLE_DEADLINE);

    assertThat(instance).hasPassed(EVENT_HANDLE_ESCALATED).isWaitingAtExactly(USER_TASK_HANDLE_VIOLATION);
    assertThat(supervision.open(null, 1, 1000).items()).singleElement()
        .hasFieldOrPropertyWithValue("step", "referralHandle").hasFieldOrPropertyWithValue("department", "scjgj");
    String order = SupervisionOrder.number(supervision.open(null, 1, 1000).items().get(0).id());
    assertThat(view(order, task(order, SupervisionOrderProcess.USER_TASK_EXPLAIN_LATENESS)))
        .extracting("order.record").asInstanceOf(InstanceOfAssertFactories.LIST)
        .extracting("action").containsExactly("登记抄告", "制发抄告函", "签收");
  }

  @Test
  @DisplayName("被规则拒绝的办理什么也不改变，待办仍在")
  void refusalsChangeNothing() {
    complete("gaj", task(id, USER_TASK_ISSUE_LETTER), Map.of("letter", "函"));
    Task receive = task(id, USER_TASK_RECEIVE_REFERRAL);
    assertThatThrownBy(() -> complete("scjgj", receive, Map.of("accept", false)))
        .hasStackTraceContaining("缺少说明");
    assertThatThrownBy(() -> complete("scjgj", receive, Map.of())).hasStackTraceContaining("请选择签收或退回");
    complete("scjgj", receive, Map.of("accept", false, "note", "不属本部门管辖"));
    Task redirect = task(id, USER_TASK_REDIRECT_REFERRAL);
    assertThatThrownBy(() -> complete("gaj", redirect, Map.of("withdraw", false, "note", "理由")))
        .hasStackTraceContaining("改送的，请选择部门");
    assertThatThrownBy(() -> starter.start(check, "gaj", "情况", POLICE)).isInstanceOf(ReferralToItself.class);

    assertThat(instance).isWaitingAtExactly(USER_TASK_REDIRECT_REFERRAL);
    assertThat(referrals.get(id).steps()).hasSize(3);
    assertThat(engine.getRuntimeService().createProcessInstanceQuery()
        .processDefinitionKey(ViolationReferralProcess.KEY).count()).isEqualTo(1);
  }

  private void returned() {
    complete("gaj", task(id, USER_TASK_ISSUE_LETTER), Map.of("letter", "函"));
    complete("scjgj", task(id, USER_TASK_RECEIVE_REFERRAL), Map.of("accept", false, "note", "不属本部门管辖"));
    assertThat(instance).isWaitingAtExactly(USER_TASK_REDIRECT_REFERRAL);
  }

  private void accepted() {
    complete("gaj", task(id, USER_TASK_ISSUE_LETTER), Map.of("letter", "函"));
    complete("scjgj", task(id, USER_TASK_RECEIVE_REFERRAL), Map.of("accept", true));
  }
}

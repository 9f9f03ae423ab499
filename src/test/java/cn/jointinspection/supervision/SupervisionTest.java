package cn.jointinspection.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.jointinspection.Clause;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.supervision.SupervisionRefused.NotTheLateDepartment;
import cn.jointinspection.supervision.SupervisionRefused.OnlyTheSupervisorDecides;
import cn.jointinspection.supervision.SupervisionRefused.SupervisionNoteMissing;
import cn.jointinspection.supervision.SupervisionRefused.UnknownSupervisionOrder;
import cn.jointinspection.supervision.SupervisionRefused.WrongSupervisionStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import({Supervision.class, SupervisionTable.class, Reminders.class, Departments.class})
@DisplayName("督办（第六条）：尽职照单免责、失职照单问责")
class SupervisionTest {

  private static final Instant NOW = Instant.parse("2024-03-20T01:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2024, 3, 18);
  private static final Instant DUE = Instant.parse("2024-03-19T10:00:00Z");
  private static final Actor POLICE = new Actor("gajStaff1", "甲某", Set.of("gaj"));
  private static final Actor MARKET = new Actor("scjgjStaff1", "乙某", Set.of("scjgj"));
  private static final Actor OFFICE = new Actor("bgsStaff1", "丁某", Set.of("bgs"));

  private static final List<Recipient> TOLD = List.of(new Recipient("gaj", "公安局"), new Recipient("gaj01", "示例甲"));

  @Autowired private JdbcClient jdbc;
  @Autowired private SupervisionTable table;
  @Autowired private Supervision supervision;
  @Autowired private Reminders reminders;

  @BeforeEach
  void nothingIsLate() {
    jdbc.sql("""
        truncate supervision_step, supervision_record, year_closing_entry, supervision_order, reminder,
          reminder_recipient""").update();
  }

  @Test
  @DisplayName("一次逾期只立一单，计时器再响也不重复；另一期限、另一部门、另一环节各立各的")
  void oneOrderForEachLateness() {
    assertThat(open("userTask_enterResult", "gaj", DUE)).isPresent();

    assertThat(open("userTask_enterResult", "gaj", DUE)).isEmpty();
    assertThat(open("userTask_enterResult", "gaj", DUE.plusSeconds(1))).isPresent();
    assertThat(open("userTask_enterResult", "xfd", DUE)).isPresent();
    assertThat(open("userTask_reviewResult", "gaj", DUE)).isPresent();
    assertThat(supervision.open(null, 1, 1000).items()).hasSize(4);
  }

  @Test
  @DisplayName("两个节点同时发现同一逾期，只立一单")
  void oneOrderOnTwoNodes() {
    var orders = Stream.generate(() -> CompletableFuture.supplyAsync(() -> open("userTask_enterResult", "gaj", DUE)))
        .limit(8).toList().stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();

    assertThat(orders).hasSize(1);
  }

  @Test
  @DisplayName("同一期限只提醒一次，提醒记入督办单的记录")
  void remindsOnce() {
    assertThat(reminders.keep(List.of(before("1"), before("2")), DAY)).as("两件待办同一期限").isEqualTo(1);
    assertThat(reminders.keep(List.of(before("1")), DAY.plusDays(1))).isZero();

    assertThat(supervision.get(open("userTask_enterResult", "gaj", DUE).orElseThrow()).reminders())
        .containsExactly(new SupervisionOrder.Reminder(NOW, ReminderKind.BEFORE, List.of("公安局", "示例甲")));
    assertThat(supervision.get(open("userTask_enterResult", "xfd", DUE).orElseThrow()).reminders()).isEmpty();
  }

  @Test
  @DisplayName("当日和逾期后的提醒，每件待办每天一次")
  void remindsOfEachTaskOnceADay() {
    var late = new Reminders.Reminder(ReminderKind.AFTER, "1", "userTask_enterResult", "140826-2024-008/1",
        "140826-2024-008", "gaj", DUE, TOLD);
    var other = new Reminders.Reminder(ReminderKind.AFTER, "2", "userTask_enterResult", "140826-2024-008/1",
        "140826-2024-008", "gaj", DUE, TOLD);

    assertThat(reminders.keep(List.of(late, other), DAY)).isEqualTo(2);
    assertThat(reminders.keep(List.of(late, other), DAY)).isZero();
    assertThat(reminders.keep(List.of(late), DAY.plusDays(1))).isEqualTo(1);
  }

  private static Reminders.Reminder before(String task) {
    return new Reminders.Reminder(ReminderKind.BEFORE, task, "userTask_enterResult", "140826-2024-008/1",
        "140826-2024-008", "gaj", DUE, TOLD);
  }

  @Test
  @Clause("六-8")
  @DisplayName("部门说明、办公室再问、再说明、认定免责，逐步留痕")
  void keepsTheRecord() {
    long id = opened();
    supervision.explain(id, "检查对象停业，无法按期录入", POLICE);
    supervision.askAgain(id, "请附停业证明文号", OFFICE);
    supervision.explain(id, "示例停业通知第1号", POLICE);
    supervision.decide(id, Decision.EXEMPT, "已照单履职", OFFICE);

    SupervisionOrder order = supervision.get(id);
    assertThat(order.status()).isEqualTo(SupervisionStatus.EXEMPT);
    assertThat(order.closedAt()).isEqualTo(NOW);
    assertThat(order.departmentName()).isEqualTo("公安局");
    assertThat(order.steps()).extracting(s -> s.action().name(), SupervisionOrder.Step::actorName,
            SupervisionOrder.Step::note)
        .containsExactly(
            tuple("OPENED", "系统（期限届满）", null),
            tuple("EXPLAINED", "甲某", "检查对象停业，无法按期录入"),
            tuple("ASKED_AGAIN", "丁某", "请附停业证明文号"),
            tuple("EXPLAINED", "甲某", "示例停业通知第1号"),
            tuple("EXEMPT", "丁某", "已照单履职"));
    assertThat(supervision.open(null, 1, 1000).items()).isEmpty();
  }

  @Test
  @Clause("六-8")
  @DisplayName("部门一直不说明的，办公室也可以认定问责")
  void decidesWithoutAnExplanation() {
    long id = opened();

    supervision.decide(id, Decision.ANSWERABLE, "逾期且不说明", OFFICE);

    assertThat(supervision.get(id).status()).isEqualTo(SupervisionStatus.ANSWERABLE);
  }

  @Test
  @Clause("六-8")
  @DisplayName("只有逾期的部门说明，只有办公室认定")
  void eachStepBelongsToOneBody() {
    long id = opened();
    assertThatExceptionOfType(NotTheLateDepartment.class).isThrownBy(() -> supervision.explain(id, "原因", MARKET))
        .withMessageContainingAll("DB-" + id, "公安局");
    assertThatExceptionOfType(OnlyTheSupervisorDecides.class)
        .isThrownBy(() -> supervision.decide(id, Decision.EXEMPT, "理由", POLICE));
    supervision.explain(id, "原因", POLICE);
    assertThatExceptionOfType(OnlyTheSupervisorDecides.class).isThrownBy(() -> supervision.askAgain(id, "问", POLICE));
  }

  @Test
  @Clause("六-8")
  @DisplayName("办公室自身逾期的，由纪检监察认定，不得自己认定自己")
  void nobodyJudgesHimself() {
    long id = open("decideSupervision", "bgs", DUE).orElseThrow();
    supervision.explain(id, "原因", OFFICE);
    assertThatExceptionOfType(OnlyTheSupervisorDecides.class)
        .isThrownBy(() -> supervision.decide(id, Decision.EXEMPT, "理由", OFFICE)).withMessageContaining("纪检监察");

    supervision.decide(id, Decision.ANSWERABLE, "理由", new Actor("jjjcStaff1", "戊某", Set.of("jjjc")));

    assertThat(supervision.get(id).status()).isEqualTo(SupervisionStatus.ANSWERABLE);
  }

  @Test
  @DisplayName("没有说明的提交、不按顺序的步骤被拒绝，并说明为什么")
  void refusesWordlessAndUntimelySteps() {
    long id = opened();
    assertThatExceptionOfType(SupervisionNoteMissing.class).isThrownBy(() -> supervision.explain(id, " ", POLICE));
    assertThatExceptionOfType(WrongSupervisionStatus.class).isThrownBy(() -> supervision.askAgain(id, "问", OFFICE))
        .withMessageContainingAll(SupervisionStatus.OPEN.text(), SupervisionStatus.EXPLAINED.text());
    supervision.explain(id, "原因", POLICE);
    assertThatExceptionOfType(WrongSupervisionStatus.class).isThrownBy(() -> supervision.explain(id, "又", POLICE));
    assertThatExceptionOfType(SupervisionNoteMissing.class)
        .isThrownBy(() -> supervision.decide(id, Decision.EXEMPT, null, OFFICE));
    assertThatExceptionOfType(SupervisionNoteMissing.class).isThrownBy(() -> supervision.askAgain(id, "", OFFICE));
    supervision.decide(id, Decision.EXEMPT, "理由", OFFICE);
    assertThatExceptionOfType(WrongSupervisionStatus.class)
        .isThrownBy(() -> supervision.decide(id, Decision.ANSWERABLE, "改判", OFFICE));
    assertThatExceptionOfType(UnknownSupervisionOrder.class).isThrownBy(() -> supervision.get(-1));
  }

  @Test
  @DisplayName("读取之后被他人办理过的，写入被拒绝")
  void refusesAStaleWrite() {
    long id = opened();
    SupervisionOrder stale = supervision.get(id);
    supervision.explain(id, "原因", POLICE);

    assertThatExceptionOfType(ChangedMeanwhile.class)
        .isThrownBy(() -> table.update(stale, SupervisionStatus.EXEMPT, true)).withMessageContaining("DB-" + id);
  }

  @Test
  @DisplayName("未结的督办单，逾期最久的在前")
  void listsLongestOverdueFirst() {
    open("userTask_enterResult", "gaj", DUE.plusSeconds(60));
    open("userTask_enterResult", "xfd", DUE);

    assertThat(supervision.open(null, 1, 1000).items()).extracting(SupervisionOrder::department).containsExactly("xfd", "gaj");
  }

  private long opened() {
    return open("userTask_enterResult", "gaj", DUE).orElseThrow();
  }

  private Optional<Long> open(String step, String department, Instant due) {
    return supervision.open(step, "140826-2024-008/1", "140826-2024-008", department, "录入检查结果逾期", due, "bgs");
  }
}

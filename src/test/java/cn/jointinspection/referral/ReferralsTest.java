package cn.jointinspection.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.when;

import cn.jointinspection.Clause;
import cn.jointinspection.inspection.CheckRows;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.referral.ReferralRefused.NotABodyInCharge;
import cn.jointinspection.referral.ReferralRefused.NotThisDepartmentsStep;
import cn.jointinspection.referral.ReferralRefused.ReferralNoteMissing;
import cn.jointinspection.referral.ReferralRefused.ReferralToItself;
import cn.jointinspection.referral.ReferralRefused.UnknownReferral;
import cn.jointinspection.referral.ReferralRefused.WrongReferralStatus;
import cn.jointinspection.registry.Departments;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@Import(Departments.class)
@DisplayName("抄告移交（第五条）：谁主管谁监管、谁管辖谁负责")
class ReferralsTest {

  private static final Actor POLICE = actor("gajStaff1", "甲某", "gaj");
  private static final Actor MARKET = actor("scjgjStaff1", "乙某", "scjgj");
  private static final Actor FIRE = actor("xfdStaff1", "丙某", "xfd");

  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Departments departments;
  @MockitoBean private DepartmentChecks checks;

  private long check;
  private Referrals referrals;

  @BeforeEach
  void noReferrals() {
    jdbc.sql("truncate referral_step, referral, referral_number").update();
    check = CheckRows.of(jdbc, 1, "gaj");
    when(checks.report(check)).thenReturn(CheckRows.report(check, 1, "gaj", "公安局"));
    referrals = at("2024-06-03T09:00:00+08:00");
  }

  private Referrals at(String now) {
    Clock clock = Clock.fixed(Instant.from(OffsetDateTime.parse(now)), ZoneId.of("Asia/Shanghai"));
    return new Referrals(new ReferralTable(jdbc, clock, departments), checks, departments, clock);
  }

  @Test
  @Clause("五-7")
  @DisplayName("发现、制发、签收、办理、核对，逐步留痕")
  void goesFromViolationToOutcome() {
    String id = referrals.open(check, "scjgj", "未亮照经营", POLICE);
    referrals.send(id, referrals.proposedLetter(id), POLICE);
    referrals.receive(id, true, null, MARKET);
    referrals.handle(id, "已责令改正", MARKET);
    referrals.acknowledge(id, true, " ", POLICE);

    Referral referral = referrals.get(id);
    assertThat(id).isEqualTo("CG-2024-0001");
    assertThat(referral.status()).isEqualTo(ReferralStatus.CLOSED);
    assertThat(referral.outcome()).isEqualTo("已责令改正");
    assertThat(referral.closedAt()).isEqualTo("2024-06-03T01:00:00Z");
    assertThat(referral.origin().objectName()).isEqualTo(CheckRows.name(1));
    assertThat(referral.steps()).extracting(s -> s.action().name(), Referral.Step::departmentName,
            Referral.Step::actorName, Referral.Step::note)
        .containsExactly(
            tuple("OPENED", "市场监管局", "甲某", "未亮照经营"),
            tuple("SENT", "公安局", "甲某", referral.letter()),
            tuple("ACCEPTED", "市场监管局", "乙某", null),
            tuple("HANDLED", "市场监管局", "乙某", "已责令改正"),
            tuple("CLOSED", "公安局", "甲某", null));
  }

  @Test
  @Clause("五-7")
  @DisplayName("抄告函写明谁发给谁、在哪项抽查中查谁、发现什么、怎么办")
  void proposesALetter() {
    String id = referrals.open(check, "scjgj", "未亮照经营", POLICE);

    assertThat(referrals.proposedLetter(id))
        .contains("抄告函（CG-2024-0001）", "市场监管局：", "公安局于2024年5月6日", CheckRows.TITLE, CheckRows.name(1), "未亮照经营",
            "谁主管、谁监管", "说明理由退回", "2024年6月3日");
  }

  @Test
  @DisplayName("退回要有理由；可改送其他部门，重新制发抄告函")
  void isReturnedAndRedirected() {
    String id = sent();
    assertThatExceptionOfType(ReferralNoteMissing.class).isThrownBy(() -> referrals.receive(id, false, " ", MARKET))
        .withMessageContaining(id).withMessageContaining("退回");

    referrals.receive(id, false, "不属本部门管辖", MARKET);
    assertThat(referrals.get(id).status()).isEqualTo(ReferralStatus.RETURNED);
    referrals.redirect(id, "xfd", "消防事项", POLICE);

    assertThat(referrals.get(id).status()).isEqualTo(ReferralStatus.DRAFT);
    assertThat(referrals.get(id).letter()).isNull();
    referrals.send(id, "改送函", POLICE);
    assertThatExceptionOfType(NotThisDepartmentsStep.class).isThrownBy(() -> referrals.receive(id, true, "", MARKET))
        .withMessageContaining("消防队");
    referrals.receive(id, true, "", FIRE);
    assertThat(referrals.get(id).to().name()).isEqualTo("消防队");
  }

  @Test
  @DisplayName("退回后可撤回，抄告即告结束")
  void isReturnedAndWithdrawn() {
    String id = sent();
    referrals.receive(id, false, "情况已改正", MARKET);
    assertThatExceptionOfType(ReferralNoteMissing.class).isThrownBy(() -> referrals.withdraw(id, "", POLICE));

    referrals.withdraw(id, "核实后已改正", POLICE);

    assertThat(referrals.get(id).status()).isEqualTo(ReferralStatus.WITHDRAWN);
    assertThat(referrals.get(id).closedAt()).isNotNull();
  }

  @Test
  @DisplayName("对反馈不清楚的可再问，再问要写明；再次反馈后办结")
  void asksAgain() {
    String id = sent();
    referrals.receive(id, true, "", MARKET);
    referrals.handle(id, "已办理", MARKET);
    assertThatExceptionOfType(ReferralNoteMissing.class)
        .isThrownBy(() -> referrals.acknowledge(id, false, null, POLICE));

    referrals.acknowledge(id, false, "请写明处理措施", POLICE);

    assertThat(referrals.get(id).status()).isEqualTo(ReferralStatus.ACCEPTED);
    referrals.handle(id, "已责令改正并复查", MARKET);
    referrals.acknowledge(id, true, null, POLICE);
    assertThat(referrals.get(id).steps()).extracting(Referral.Step::action).endsWith(ReferralAction.HANDLED,
        ReferralAction.ASKED_AGAIN, ReferralAction.HANDLED, ReferralAction.CLOSED);
  }

  @Test
  @DisplayName("每一步只能由该部门办理")
  void eachStepBelongsToOneDepartment() {
    String id = referrals.open(check, "scjgj", "未亮照经营", POLICE);
    refusedFor(() -> referrals.send(id, "函", MARKET));
    referrals.send(id, "函", POLICE);
    refusedFor(() -> referrals.receive(id, true, "", POLICE));
    refusedFor(() -> referrals.receive(id, false, "理由", FIRE));
    referrals.receive(id, true, "", MARKET);
    refusedFor(() -> referrals.handle(id, "已办理", POLICE));
    referrals.handle(id, "已办理", MARKET);
    refusedFor(() -> referrals.acknowledge(id, true, "", MARKET));

    String other = sent();
    referrals.receive(other, false, "不属本部门管辖", MARKET);
    refusedFor(() -> referrals.redirect(other, "xfd", "理由", MARKET));
    refusedFor(() -> referrals.withdraw(other, "理由", MARKET));
    assertThat(referrals.get(other).steps()).hasSize(3);
  }

  @Test
  @DisplayName("不按顺序的步骤被拒绝，并说明当前状态和所需状态")
  void namesTheStatusOfAStepOutOfTurn() {
    String id = sent();

    assertThatExceptionOfType(WrongReferralStatus.class).isThrownBy(() -> referrals.handle(id, "已办理", MARKET))
        .withMessageContainingAll(id, ReferralStatus.SENT.text(), ReferralStatus.ACCEPTED.text());
    assertThatExceptionOfType(WrongReferralStatus.class).isThrownBy(() -> referrals.send(id, "函", POLICE));
    assertThatExceptionOfType(WrongReferralStatus.class).isThrownBy(() -> referrals.withdraw(id, "因", POLICE));
    assertThatExceptionOfType(WrongReferralStatus.class)
        .isThrownBy(() -> referrals.redirect(id, "xfd", "因", POLICE));
    assertThatExceptionOfType(WrongReferralStatus.class)
        .isThrownBy(() -> referrals.acknowledge(id, true, "", POLICE));
    referrals.receive(id, true, "", MARKET);
    assertThatExceptionOfType(WrongReferralStatus.class).isThrownBy(() -> referrals.receive(id, true, "", MARKET));
    assertThatExceptionOfType(UnknownReferral.class).isThrownBy(() -> referrals.get("CG-2024-9999"));
  }

  @Test
  @DisplayName("不能抄告本部门，也不能抄告不承担检查职责的办公室和纪检监察")
  void refusesTargetsWithoutCharge() {
    assertThatExceptionOfType(ReferralToItself.class).isThrownBy(() -> referrals.open(check, "gaj", "情况", POLICE))
        .withMessageContainingAll("公安局", CheckRows.name(1));
    assertThatExceptionOfType(NotABodyInCharge.class).isThrownBy(() -> referrals.open(check, "bgs", "情况", POLICE))
        .withMessageContaining("领导小组办公室");
    assertThatExceptionOfType(NotABodyInCharge.class).isThrownBy(() -> referrals.open(check, "jjjc", "情况", POLICE));
    String id = sent();
    referrals.receive(id, false, "不属本部门管辖", MARKET);
    assertThatExceptionOfType(ReferralToItself.class)
        .isThrownBy(() -> referrals.redirect(id, "gaj", "理由", POLICE));
  }

  @Test
  @DisplayName("编号按年连续：并发登记和中途失败都不留空号、不重号，跨年从一开始")
  void numbersHaveNoGaps() throws Exception {
    assertThatExceptionOfType(ReferralNoteMissing.class).isThrownBy(() -> inTransaction(() ->
        referrals.open(check, "scjgj", " ", POLICE)));
    List<String> ids = together(12, () -> inTransaction(() -> referrals.open(check, "scjgj", "情况", POLICE)));

    assertThat(ids).containsExactlyInAnyOrderElementsOf(
        IntStream.rangeClosed(1, 12).mapToObj("CG-2024-%04d"::formatted).toList());
    assertThat(at("2024-12-31T23:59:59+08:00").open(check, "scjgj", "情况", POLICE)).isEqualTo("CG-2024-0013");
    assertThat(at("2025-01-01T00:00:00+08:00").open(check, "scjgj", "情况", POLICE)).isEqualTo("CG-2025-0001");
  }

  @Test
  @DisplayName("两人同时签收，只有一人成功")
  void onlyOneOfTwoSucceeds() throws Exception {
    String id = sent();

    List<String> outcomes = together(2, () -> {
      try {
        return inTransaction(() -> {
          referrals.receive(id, true, "", MARKET);
          return "done";
        });
      } catch (ChangedMeanwhile | WrongReferralStatus refused) {
        return "refused";
      }
    });

    assertThat(outcomes).containsExactlyInAnyOrder("done", "refused");
    assertThat(referrals.get(id).steps()).extracting(Referral.Step::action)
        .containsExactly(ReferralAction.OPENED, ReferralAction.SENT, ReferralAction.ACCEPTED);
  }

  @Test
  @DisplayName("读取之后被他人办理过的，写入被拒绝")
  void refusesAStaleWrite() {
    String id = sent();
    ReferralTable table = new ReferralTable(jdbc, Clock.systemUTC(), departments);
    Referral stale = referrals.get(id);
    referrals.receive(id, true, "", MARKET);

    assertThatExceptionOfType(ChangedMeanwhile.class).isThrownBy(() -> table.update(stale))
        .withMessageContaining(id);
  }

  private String sent() {
    String id = referrals.open(check, "scjgj", "未亮照经营", POLICE);
    referrals.send(id, "函", POLICE);
    return id;
  }

  private static void refusedFor(ThrowingCallable step) {
    assertThatExceptionOfType(NotThisDepartmentsStep.class).isThrownBy(step);
  }

  private <T> T inTransaction(Supplier<T> work) {
    return transaction.execute(status -> work.get());
  }

  private static <T> List<T> together(int threads, Callable<T> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Future<T>> futures = IntStream.range(0, threads).mapToObj(i -> pool.submit(() -> {
        start.await();
        return work.call();
      })).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static Actor actor(String id, String name, String group) {
    return new Actor(id, name, Set.of(group));
  }
}

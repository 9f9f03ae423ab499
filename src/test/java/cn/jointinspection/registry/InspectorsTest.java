package cn.jointinspection.registry;

import static cn.jointinspection.registry.Fixtures.REGISTRAR;
import static cn.jointinspection.registry.Fixtures.hotel;
import static cn.jointinspection.registry.Fixtures.inspector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.registry.RegistryRefused.UnknownInspector;
import cn.jointinspection.registry.RegistryRefused.UnknownObject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("执法检查人员名录库与回避")
@RegistryTest
class InspectorsTest {

  private static final LocalDate DAY = LocalDate.of(2024, 3, 20);
  private static final Inspector FIRST = inspector("14082608001", "gaj", DAY, "治安", "爆破", "治安");
  private static final Inspector EXPIRED = inspector("14082608002", "gaj", DAY.minusDays(1), "治安");
  private static final Inspector OTHER = inspector("14082606001", "scjgj", DAY.plusYears(1));

  @Autowired Inspectors inspectors;
  @Autowired Recusals recusals;
  @Autowired InspectionObjects objects;
  @Autowired InspectionItems items;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void register() {
    assertThat(inspectors.put(List.of(OTHER, EXPIRED, FIRST), REGISTRAR)).isEqualTo(new PutOutcome(3, 0));
  }

  @Test
  @DisplayName("证件到期当日仍可检查，次日起不再列入；离岗的不列入")
  void knowsWhoMayInspect() {
    assertThat(inspectors.inForce("gaj", DAY)).containsExactly(FIRST);
    assertThat(inspectors.inForce("gaj", DAY.plusDays(1))).isEmpty();
    assertThat(inspectors.inForce("gaj", DAY.minusDays(1))).containsExactly(FIRST, EXPIRED);

    inspectors.save(withStatus(FIRST, "gaj", false), REGISTRAR);

    assertThat(inspectors.inForce("gaj", DAY)).isEmpty();
    assertThat(inspectors.all("gaj")).hasSize(2).noneMatch(i -> i.mayInspectOn(DAY));
  }

  @Test
  @Clause("一-5")
  @DisplayName("只列能检查本次至少一个事项的人：没有限定的都可；限定的须含本部门清单上的本次事项；本次事项都不在本部门清单上的，不受限定")
  void whoMayCheckTheseMatters() {
    Inspector all = inspector("14082608003", "gaj", DAY);
    Inspector hotels = new Inspector("14082608004", "示例", "gaj", null, DAY, List.of(), List.of("旅馆业", "印章业"), true, 0);
    Inspector seals = new Inspector("14082608005", "示例", "gaj", null, DAY, List.of(), List.of("印章业"), true, 0);
    inspectors.put(List.of(all, hotels, seals), REGISTRAR);
    items.put("gaj", List.of("旅馆业", "印章业"), REGISTRAR);

    assertThat(forMatters("旅馆业", "消防")).containsExactly("14082608001", "14082608003", "14082608004");
    assertThat(forMatters("印章业")).hasSize(4);
    assertThat(forMatters("消防")).as("by statutory duty").hasSize(4);
    items.retire("gaj", List.of("旅馆业"), REGISTRAR);
    assertThat(forMatters("旅馆业")).as("no longer on the list").hasSize(4);
    assertThat(inspectors.forMatters(List.of("gaj"), List.of("印章业"), DAY.plusDays(1))).isEmpty();
    assertThat(inspectors.find("14082608004").orElseThrow().matters()).containsExactly("印章业", "旅馆业");
  }

  private List<String> forMatters(String... matters) {
    return inspectors.forMatters(List.of("gaj", "xfd"), List.of(matters), DAY).stream().map(Inspector::certificateNo)
        .toList();
  }

  @Test
  @DisplayName("按执法证号和账号查到同一人，资质与专长去重排序")
  void finds() {
    assertThat(inspectors.find("14082608001")).contains(FIRST);
    assertThat(inspectors.byAccount(Fixtures.account("14082608001"))).contains(FIRST);
    assertThat(FIRST.labels()).containsExactly("治安", "爆破");
    assertThat(inspectors.nameOf(Fixtures.account("14082608001"))).isEqualTo(FIRST.name());
    assertThat(inspectors.byAccount("14082608001")).isEmpty();
    assertThat(inspectors.nameOf("14082608001")).isEqualTo("14082608001");
    assertThat(inspectors.byAccount("没有")).isEmpty();
  }

  @Test
  @DisplayName("编辑期间他人已改的拒绝保存；没有的执法证号说明要先补录")
  void savesOnlyTheVersionThatWasRead() {
    inspectors.save(withStatus(FIRST, "xfd", true), REGISTRAR);

    assertThat(inspectors.find("14082608001")).hasValueSatisfying(i -> {
      assertThat(i.department()).isEqualTo("xfd");
      assertThat(i.version()).isEqualTo(1);
    });
    assertThatThrownBy(() -> inspectors.save(FIRST, REGISTRAR)).isInstanceOf(ChangedMeanwhile.class);
    assertThatThrownBy(() -> inspectors.save(inspector("99999", "gaj", DAY), REGISTRAR))
        .isInstanceOf(UnknownInspector.class).hasMessageContaining("99999");
  }

  @Test
  @DisplayName("六人同时保存同一人员的同一版本，只有一人成功，其余都被告知")
  void letsOneOfManyWin() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(6);
    try {
      Callable<Inspector> saving = () -> inspectors.save(withStatus(FIRST, "xfd", true), REGISTRAR);
      int saved = 0;
      for (Future<Inspector> result : people.invokeAll(Collections.nCopies(6, saving))) {
        try {
          assertThat(result.get().version()).isEqualTo(1);
          saved++;
        } catch (ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(ChangedMeanwhile.class);
        }
      }
      assertThat(saved).isEqualTo(1);
    } finally {
      people.shutdown();
    }
  }

  @Test
  @DisplayName("再次导入相同人员不算变更，导入时没有账号的保留原账号")
  void putsAgain() {
    Inspector withoutAccount = new Inspector("14082608001", FIRST.name(), "gaj", null, DAY, List.of("爆破"), true, 0);

    assertThat(inspectors.put(List.of(withoutAccount, EXPIRED), REGISTRAR)).isEqualTo(new PutOutcome(0, 1));

    assertThat(inspectors.find("14082608001")).hasValueSatisfying(i -> {
      assertThat(i.account()).isEqualTo(FIRST.account());
      assertThat(i.labels()).containsExactly("爆破");
    });
  }

  @Test
  @DisplayName("回避按部门列出，按执法证号和对象编号排序，同一回避保留最初的原因")
  void filesRecusals() {
    objects.put(List.of(hotel(1, null), hotel(2, null)), REGISTRAR);
    recusals.file("14082608002", "140826:LG-001", RecusalReason.DECLARED, RecusalOrigin.DECLARED, REGISTRAR);
    recusals.file("14082608001", "140826:LG-002", RecusalReason.KINSHIP, RecusalOrigin.ORDERED, REGISTRAR);
    recusals.file("14082608001", "140826:LG-001", RecusalReason.FORMER_EMPLOYEE, RecusalOrigin.ORDERED, REGISTRAR);
    recusals.file("14082608001", "140826:LG-001", RecusalReason.INTEREST, RecusalOrigin.ORDERED, REGISTRAR);
    recusals.file("14082606001", "140826:LG-001", RecusalReason.OTHER_RELATION, RecusalOrigin.ORDERED, REGISTRAR);

    assertThat(recusals.of(List.of("gaj", "xfd"), Fixtures.TODAY)).containsExactly(
        new Recusal("14082608001", "140826:LG-001", RecusalReason.FORMER_EMPLOYEE),
        new Recusal("14082608001", "140826:LG-002", RecusalReason.KINSHIP),
        new Recusal("14082608002", "140826:LG-001", RecusalReason.DECLARED));
    assertThat(recusals.of(List.of(), Fixtures.TODAY)).isEmpty();
  }

  @Test
  @Clause("三-10")
  @DisplayName("回避只在起止之内有效：起始当日、截止当日都算，前一日和次日不算；长期的一直有效")
  void recusalsHoldFromDayToDay() {
    objects.put(List.of(hotel(1, null)), REGISTRAR);
    recusals.file("14082608001", "140826:LG-001", RecusalReason.KINSHIP, RecusalOrigin.ORDERED, REGISTRAR);
    assertThat(onDay(Fixtures.TODAY.minusDays(1))).isFalse();
    assertThat(onDay(Fixtures.TODAY)).isTrue();
    assertThat(onDay(LocalDate.of(9999, 12, 31))).isTrue();

    jdbc.sql("update recusal set ends_on = ?").param(DAY.plusDays(10)).update();
    assertThat(onDay(DAY.plusDays(10))).isTrue();
    assertThat(onDay(DAY.plusDays(11))).isFalse();
  }

  @Test
  @Clause("三-10")
  @DisplayName("已结束、将结束和尚未开始的回避，再登记即从今日起长期有效；已长期有效的不变；每次都留下变更记录")
  void filedAnew() {
    objects.put(List.of(hotel(1, null)), REGISTRAR);
    recusals.file("14082608001", "140826:LG-001", RecusalReason.KINSHIP, RecusalOrigin.ORDERED, REGISTRAR);
    for (LocalDate[] period : new LocalDate[][] {
        {DAY.minusDays(9), DAY.minusDays(1)}, {DAY.minusDays(9), DAY}, {DAY.plusDays(1), DAY.plusDays(5)}}) {
      jdbc.sql("update recusal set starts_on = ?, ends_on = ?, note = '示例'").params(period[0], period[1]).update();
      recusals.file("14082608001", "140826:LG-001", RecusalReason.INTEREST, RecusalOrigin.DECLARED, REGISTRAR);

      assertThat(onDay(DAY.plusYears(1))).isTrue();
      assertThat(jdbc.sql("select origin || reason || coalesce(note, '') from recusal").query(String.class).single())
          .isEqualTo("DECLAREDINTEREST");
      assertThat(onDay(DAY.minusDays(1))).as("only where it never ended").isEqualTo(period[1].equals(DAY));
    }
    recusals.file("14082608001", "140826:LG-001", RecusalReason.KINSHIP, RecusalOrigin.ORDERED, REGISTRAR);
    assertThat(jdbc.sql("select reason from recusal").query(String.class).single()).isEqualTo("INTEREST");
    assertThat(jdbc.sql("select count(*) from registry_history where table_name = 'recusal' and operation = 'UPDATE'")
        .query(Integer.class).single()).isEqualTo(6);
  }

  private boolean onDay(LocalDate day) {
    boolean away = recusals.inspectorsOf("140826:LG-001", day).contains("14082608001");
    assertThat(recusals.of(List.of("gaj"), day)).as("the draw's list").hasSize(away ? 1 : 0);
    return away;
  }

  @Test
  @DisplayName("回避的人员和对象都须在库")
  void refusesUnknownRecusals() {
    assertThatThrownBy(() -> recusals.file("99999", "没有", RecusalReason.DECLARED, RecusalOrigin.DECLARED, REGISTRAR))
        .isInstanceOf(UnknownInspector.class);
    assertThatThrownBy(() -> recusals.file("14082608001", "没有", RecusalReason.DECLARED, RecusalOrigin.DECLARED, REGISTRAR))
        .isInstanceOf(UnknownObject.class);
  }

  private static Inspector withStatus(Inspector i, String department, boolean inForce) {
    return new Inspector(i.certificateNo(), i.name(), department, i.account(), i.certificateExpiresOn(), i.labels(),
        inForce, i.version());
  }
}

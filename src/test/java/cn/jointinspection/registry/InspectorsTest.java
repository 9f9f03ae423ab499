package cn.jointinspection.registry;

import static cn.jointinspection.registry.Fixtures.REGISTRAR;
import static cn.jointinspection.registry.Fixtures.hotel;
import static cn.jointinspection.registry.Fixtures.inspector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    recusals.file("14082608002", "140826:LG-001", RecusalReason.DECLARED, REGISTRAR);
    recusals.file("14082608001", "140826:LG-002", RecusalReason.KINSHIP, REGISTRAR);
    recusals.file("14082608001", "140826:LG-001", RecusalReason.FORMER_EMPLOYEE, REGISTRAR);
    recusals.file("14082608001", "140826:LG-001", RecusalReason.INTEREST, REGISTRAR);
    recusals.file("14082606001", "140826:LG-001", RecusalReason.OTHER_RELATION, REGISTRAR);

    assertThat(recusals.of(List.of("gaj", "xfd"))).containsExactly(
        new Recusal("14082608001", "140826:LG-001", RecusalReason.FORMER_EMPLOYEE),
        new Recusal("14082608001", "140826:LG-002", RecusalReason.KINSHIP),
        new Recusal("14082608002", "140826:LG-001", RecusalReason.DECLARED));
    assertThat(recusals.of(List.of())).isEmpty();
  }

  @Test
  @DisplayName("回避的人员和对象都须在库")
  void refusesUnknownRecusals() {
    assertThatThrownBy(() -> recusals.file("99999", "没有", RecusalReason.DECLARED, REGISTRAR))
        .isInstanceOf(UnknownInspector.class);
    assertThatThrownBy(() -> recusals.file("14082608001", "没有", RecusalReason.DECLARED, REGISTRAR))
        .isInstanceOf(UnknownObject.class);
  }

  private static Inspector withStatus(Inspector i, String department, boolean inForce) {
    return new Inspector(i.certificateNo(), i.name(), department, i.account(), i.certificateExpiresOn(), i.labels(),
        inForce, i.version());
  }
}

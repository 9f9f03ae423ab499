package cn.jointinspection.inspection;

import static cn.jointinspection.inspection.Scene.inspector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;

import cn.jointinspection.Clause;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.RecusalReason;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InspectionTest
@DisplayName("回避：申请、审批、补入、指定")
class RecusalRequestsTest {

  private static final String NONCE = "a".repeat(64);

  @Autowired Scene scene;
  @Autowired JdbcClient jdbc;
  @Autowired RecusalRequests requests;
  @Autowired DepartmentChecks checks;
  @Autowired ObjectInspections objects;

  private String object;
  private long check;

  @BeforeEach
  void aNoticedObject() {
    reset(scene.drawEvents);
    object = scene.noticed();
    check = checks.get(object, "gaj").id();
  }

  private long requestOf(String inspector) {
    return requests.request(check, inspector, RecusalReason.KINSHIP, "示例说明", inspector("GA001"));
  }

  @Test
  @Clause("三-10")
  @DisplayName("批准后被回避人退出，补入的人在组，下一位成为组长")
  void approved() {
    scene.redraws("GA001", "GA003");
    long request = requestOf("GA001");

    requests.decide(request, check, true, null, NONCE, Scene.REVIEWER);

    DepartmentCheck changed = checks.get(check);
    assertThat(changed.team()).extracting(TeamMember::inspector).containsExactly("GA002", "GA003");
    assertThat(changed.accounts()).containsExactly("ga002", "ga003");
    assertThat(changed.team().get(1).source()).isEqualTo("REDRAWN");
    assertThat(requests.open(check)).isEmpty();
    assertThat(requests.get(request).status()).isEqualTo("APPROVED");
    verify(scene.drawEvents).recordRecusal(any(), any(), any(), any(), any(), any());
    assertThat(jdbc.sql("select origin from recusal order by filed_at desc, object_no desc limit 1").query(String.class).single()).isEqualTo("DECLARED");
    assertThat(objects.journal(object)).filteredOn(step -> step.action().contains("回避")).hasSize(2)
        .noneMatch(step -> step.detail().contains("亲属") || step.detail().contains("示例说明"));
    assertThatThrownBy(() -> checks.recordCheck(check, Scene.record(Scene.FIRST_DAY, "GA002", "GA003"),
        inspector("GA001"))).isInstanceOf(CheckRules.OnlyTheTeamInForce.class);
  }

  @Test
  @Clause("三-10")
  @DisplayName("回避申请没有审批前不能登记检查记录")
  void decidedFirst() {
    requestOf("GA002");

    assertThatThrownBy(() -> scene.check(object, "gaj")).isInstanceOf(TeamRules.OpenRecusalIsDecidedFirst.class);
  }

  @Test
  @DisplayName("不同意须写明理由，检查组不变")
  void rejected() {
    long request = requestOf("GA002");

    assertThatThrownBy(() -> requests.decide(request, check, false, "", null, Scene.REVIEWER))
        .isInstanceOf(CommonRules.InspectionNoteMissing.class);
    requests.decide(request, check, false, "示例理由", null, Scene.REVIEWER);

    assertThat(checks.get(check).team()).extracting(TeamMember::inspector).containsExactly("GA001", "GA002");
    verify(scene.drawEvents, never()).recordRecusal(any(), any(), any(), any(), any(), any());
    scene.check(object, "gaj");
  }

  @Test
  @Clause("三-10")
  @DisplayName("被回避的人不能审批自己")
  void notHimself() {
    long request = requestOf("GA002");
    var himself = new Actor("ga002", "示例", Set.of("gajReview"));

    assertThatThrownBy(() -> requests.decide(request, check, true, null, NONCE, himself))
        .isInstanceOf(TeamRules.RecusedPersonDoesNotDecide.class);
  }

  @Test
  @DisplayName("批准须有浏览器新生成的随机数")
  void freshNonce() {
    long request = requestOf("GA002");

    for (String bad : new String[] {null, "", "A".repeat(64), "a".repeat(63)}) {
      assertThatThrownBy(() -> requests.decide(request, check, true, null, bad, Scene.REVIEWER))
          .isInstanceOf(TeamRules.RedrawNeedsFreshNonce.class);
    }
  }

  @Test
  @DisplayName("同一人不能重复申请，不在组内的人无须回避")
  void onceAndMembersOnly() {
    requestOf("GA002");

    assertThatThrownBy(() -> requestOf("GA002")).isInstanceOf(TeamRules.OpenRecusalIsDecidedFirst.class);
    assertThatThrownBy(() -> requestOf("GA004")).isInstanceOf(TeamRules.OnlyMembersAreRecused.class);
  }

  @Test
  @DisplayName("检查已经登记的不再受理回避")
  void notAfterCheck() {
    scene.check(object, "gaj");

    assertThatThrownBy(() -> requestOf("GA002")).isInstanceOf(CommonRules.WrongInspectionStatus.class);
  }

  @Test
  @Clause("三-10")
  @DisplayName("无人可补时由审核人员指定，须有空缺、本部门、无须回避")
  void designated() {
    scene.redraws("GA002", null);
    requests.decide(requestOf("GA002"), check, true, null, NONCE, Scene.REVIEWER);
    assertThat(checks.get(check).canBeCarriedOut()).isFalse();
    assertThat(requests.eligible(check)).extracting(Inspector::certificateNo).containsExactly("GA003", "GA004");

    assertThatThrownBy(() -> requests.designate(check, "GA002", "示例理由", Scene.REVIEWER))
        .isInstanceOf(TeamRules.RecusedInspectorStaysAway.class);
    assertThatThrownBy(() -> requests.designate(check, "SJ003", "示例理由", Scene.REVIEWER))
        .isInstanceOf(TeamRules.OnlyInspectorsInForce.class);
    jdbc.sql("update recusal set starts_on = '2024-03-01', ends_on = '2024-03-19'").update();
    assertThat(requests.eligible(check)).as("回避已结束").extracting(Inspector::certificateNo)
        .containsExactly("GA002", "GA003", "GA004");
    jdbc.sql("update recusal set ends_on = '2024-03-20'").update();
    assertThat(requests.eligible(check)).as("最后一天").extracting(Inspector::certificateNo)
        .containsExactly("GA003", "GA004");
    jdbc.sql("insert into inspection_item (department, name) values ('gaj', '示例事项'), ('gaj', '别的事项')").update();
    jdbc.sql("update inspector set matters = '{别的事项}' where certificate_no = 'GA003'").update();
    assertThat(requests.eligible(check)).as("可检查事项").extracting(Inspector::certificateNo).containsExactly("GA004");
    assertThatThrownBy(() -> requests.designate(check, "GA003", "示例理由", Scene.REVIEWER))
        .isInstanceOf(TeamRules.OnlyOwnMatters.class).hasMessageContaining("可检查事项");
    jdbc.sql("update inspector set matters = '{}'").update();
    jdbc.sql("delete from inspection_item").update();
    jdbc.sql("update inspector set account = null where certificate_no = 'GA004'").update();
    assertThatThrownBy(() -> requests.designate(check, "GA004", "示例理由", Scene.REVIEWER))
        .isInstanceOf(TeamRules.InspectorCannotSignIn.class);
    jdbc.sql("update inspector set account = 'ga004' where certificate_no = 'GA004'").update();
    requests.designate(check, "GA004", "示例理由", Scene.REVIEWER);

    assertThat(checks.get(check).team()).extracting(TeamMember::inspector).containsExactly("GA001", "GA004");
    assertThatThrownBy(() -> requests.designate(check, "GA003", "示例理由", Scene.REVIEWER))
        .isInstanceOf(TeamRules.OnlyVacanciesAreFilled.class);
  }
}

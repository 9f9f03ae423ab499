package cn.jointinspection.registry;

import static cn.jointinspection.registry.Fixtures.REGISTRAR;
import static cn.jointinspection.registry.Fixtures.hotel;
import static cn.jointinspection.registry.Fixtures.inspector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import cn.jointinspection.platform.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("一单两库的变更留痕")
@RegistryTest
class RegistryHistoryTest {

  @Autowired InspectionObjects objects;
  @Autowired Inspectors inspectors;
  @Autowired Recusals recusals;
  @Autowired InspectionItems items;
  @Autowired RegistryHistory history;
  @Autowired RegistryActor registryActor;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  @Test
  @Clause("三-13")
  @DisplayName("每次变更留下前后内容、何人、何时，时间取系统时钟")
  void keepsBeforeAfterWhoWhen() {
    // given
    objects.put(List.of(hotel(1, RiskClass.A)), REGISTRAR);

    // when
    objects.changeStatus("140826:LG-001", ObjectStatus.REVOKED, new Actor("reviewer", "示例审核员", Set.of()));

    // then
    List<RegistryHistory.Change> changes = history.ofObject("140826:LG-001");
    assertThat(changes).extracting(RegistryHistory.Change::operation).containsExactly("INSERT", "UPDATE");
    assertThat(changes).extracting(RegistryHistory.Change::changedBy).containsExactly("registrar", "reviewer");
    assertThat(changes).extracting(RegistryHistory.Change::changedAt).containsOnly(clock.instant());
    assertThat(changes.get(0).before()).isNull();
    assertThat(changes.get(1).before()).contains("\"status\": \"IN_FORCE\"");
    assertThat(changes.get(1).after()).contains("\"status\": \"REVOKED\"").contains("2024-03-20T09:00:00+08:00");
  }

  @Test
  @DisplayName("人员、回避、事项和对象所属范围的变更同样留痕")
  void keepsEveryTable() {
    objects.put(List.of(hotel(1, null)), REGISTRAR);
    inspectors.put(List.of(inspector("14082608001", "gaj", LocalDate.of(2025, 1, 1))), REGISTRAR);
    recusals.file("14082608001", "140826:LG-001", RecusalReason.DECLARED, RecusalOrigin.DECLARED, REGISTRAR);
    items.put("gaj", List.of("爆破作业单位执行制度情况"), REGISTRAR);

    assertThat(history.ofInspector("14082608001")).hasSize(1);
    assertThat(jdbc.sql("select table_name from registry_history where changed_by = 'registrar' order by id")
        .query(String.class).list())
        .containsExactly("inspection_object", "object_scope", "inspector", "recusal", "inspection_item");
    assertThat(jdbc.sql("select row_key from registry_history where table_name = 'recusal'")
        .query(String.class).single()).isEqualTo("14082608001|140826:LG-001");
  }

  @Test
  @Clause("三-13")
  @DisplayName("绕过系统直接改库也留痕，记为 system")
  void keepsWhatBypassesTheServices() {
    objects.put(List.of(hotel(1, RiskClass.A)), REGISTRAR);

    jdbc.sql("update inspection_object set risk_class = 'D'").update();

    assertThat(history.ofObject("140826:LG-001")).last().satisfies(change -> {
      assertThat(change.changedBy()).isEqualTo("system");
      assertThat(change.after()).contains("\"risk_class\": \"D\"");
    });
  }

  @Test
  @Clause("三-13")
  @DisplayName("任何一天的名录都可以查：当时的等级，当时还没有的和已经删去的不算")
  void anyDaysState() {
    objects.put(List.of(hotel(1, RiskClass.A), hotel(2, RiskClass.B)), REGISTRAR);
    jdbc.sql("update inspection_object set risk_class = 'D' where object_no = '140826:LG-001'").update();
    jdbc.sql("delete from object_scope").update();
    jdbc.sql("delete from inspection_object where object_no = '140826:LG-002'").update();
    Instant then = clock.instant();
    Instant later = Instant.parse("2100-01-01T00:00:00Z");

    assertThat(history.objectAsOf("140826:LG-001", then).orElseThrow().riskClass()).isEqualTo(RiskClass.A);
    assertThat(history.objectAsOf("140826:LG-001", later).orElseThrow().riskClass()).isEqualTo(RiskClass.D);
    assertThat(history.objectAsOf("140826:LG-001", then.minusSeconds(1))).isEmpty();
    assertThat(history.objectAsOf("140826:LG-002", later)).isEmpty();
    assertThat(history.objectsAsOf(then, 1, 10).items()).extracting(InspectionObject::objectNo)
        .containsExactly("140826:LG-001", "140826:LG-002");
    assertThat(history.objectsAsOf(later, 1, 10).items()).singleElement()
        .isEqualTo(objects.find("140826:LG-001").orElseThrow());
    assertThat(history.objectsAsOf(then.minusSeconds(1), 1, 10).total()).isZero();
  }

  @Test
  @DisplayName("一条语句改多少行，都只触发一次留痕，每行一条")
  void oneStatementForManyRows() {
    objects.put(List.of(hotel(1, RiskClass.A), hotel(2, RiskClass.B)), REGISTRAR);
    jdbc.sql("update inspection_object set address = '示例镇'").update();
    jdbc.sql("delete from object_scope").update();

    assertThat(jdbc.sql("""
            select operation || ' ' || count(*) || ' ' || count(before) || ' ' || count(after) from registry_history
            where changed_by = 'system' group by table_name, operation order by 1""").query(String.class).list())
        .containsExactly("DELETE 2 2 0", "UPDATE 2 2 2");
    assertThat(jdbc.sql("select count(*) from pg_trigger where tgrelid = 'inspection_object'::regclass and not tgisinternal"
        + " and tgtype & 3 = 1 and tgname not like 'room%'").query(Integer.class).single()).as("triggers after each row").isZero();
  }

  @Test
  @Clause("三-13")
  @DisplayName("留痕本身不能改、不能删")
  void cannotBeRewritten() {
    objects.put(List.of(hotel(1, RiskClass.A)), REGISTRAR);

    assertThatThrownBy(() -> jdbc.sql("update registry_history set changed_by = 'x'").update())
        .hasMessageContaining("only ever added to");
    assertThatThrownBy(() -> jdbc.sql("delete from registry_history").update())
        .hasMessageContaining("only ever added to");
  }

  @Test
  @DisplayName("不在事务中不能署名，否则留痕会丢失变更人")
  void signsOnlyInATransaction() {
    assertThatThrownBy(() -> registryActor.sign(REGISTRAR)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("清单事项可以增加、移出、再加回，同一事项只有一条")
  void keepsTheListOfMatters() {
    items.put("gaj", List.of("乙", "甲", "甲"), REGISTRAR);
    items.retire("gaj", List.of("甲"), REGISTRAR);
    assertThat(items.inForce("gaj")).containsExactly("乙");

    items.put("gaj", List.of("甲", "乙"), REGISTRAR);

    assertThat(items.inForce("gaj")).containsExactly("乙", "甲");
    assertThat(jdbc.sql("select version from inspection_item where name = '乙'").query(Integer.class).single()).isZero();
    assertThat(items.inForce("scjgj")).isEmpty();
  }
}

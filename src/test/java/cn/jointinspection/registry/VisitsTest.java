package cn.jointinspection.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.RegistryRefused.CapIncomplete;
import cn.jointinspection.registry.RegistryRefused.CapReached;
import cn.jointinspection.registry.VisitCaps.Cap;
import cn.jointinspection.registry.Visits.Near;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("年度频次上限：通知时再核对，办公室看得到谁快满了")
@RegistryTest
class VisitsTest {

  private static final Actor OFFICE = new Actor("bgsStaff1", "示例办公", Set.of("bgs"));
  private static final LocalDate MARCH = LocalDate.of(2024, 3, 1);
  private static final String FIRM = "140826:H1";

  @Autowired Visits visits;
  @Autowired VisitCaps caps;
  @Autowired InspectionObjects objects;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void firms() {
    jdbc.sql("delete from visit_cap").update();
    objects.put(List.of(firm("H1", "旅馆", RiskClass.B), firm("H2", "旅馆", RiskClass.D), firm("K1", "网吧", null)), OFFICE);
    caps.set(new Cap("旅馆", 1, "示例文件"), OFFICE);
  }

  private static ObjectDraft firm(String number, String category, RiskClass riskClass) {
    return new ObjectDraft("140826:" + number, "示例" + number, null, number, category, "", null, riskClass,
        ObjectStatus.IN_FORCE, Set.of("示例范围"));
  }

  @Test
  @Clause("三-9")
  @DisplayName("满了的不能再通知，话里写明次数、上限和怎么办；什么也不留下；写明复查的可以")
  void refusesTheOneTooMany() {
    visits.tell(FIRM, gaj("j1", MARCH), null, null);

    assertThatThrownBy(() -> visits.tell(FIRM, gaj("j2", MARCH.plusDays(1)), null, null)).isInstanceOf(CapReached.class)
        .hasMessageContainingAll("示例H1", "1 次", "旅馆", "复查");
    assertThat(jdbc.sql("select count(*) from visit").query(Integer.class).single()).isOne();

    visits.tell(FIRM, gaj("j2", MARCH.plusDays(1)), VisitExemption.RECHECK, "示例改正通知1号");
    assertThat(jdbc.sql("select exemption from visit where joint_inspection_id = 'j2'").query(String.class).single())
        .isEqualTo("RECHECK");
  }

  @Test
  @DisplayName("同一联合抽查改期、同一天合并、高风险、没有上限的类别都可以；撤销后空出来")
  void allowsWhatDoesNotAdd() {
    visits.tell(FIRM, gaj("j1", MARCH), null, null);
    visits.tell(FIRM, gaj("j1", MARCH.plusDays(3)), null, null);
    visits.tell("140826:H2", gaj("j1", MARCH), null, null);
    visits.tell("140826:H2", gaj("j2", MARCH.plusDays(1)), null, null);
    visits.tell("140826:K1", gaj("j1", MARCH), null, null);
    visits.tell("140826:K1", gaj("j2", MARCH.plusDays(1)), null, null);
    visits.callOff(FIRM, "j1");
    visits.tell(FIRM, gaj("j2", MARCH), null, null);

    assertThat(visits.of(FIRM, "other", 2024)).map(Near::visits).contains(1);
    assertThat(visits.of(FIRM, "other", 2025)).map(Near::visits).contains(0);
    assertThat(visits.of("140826:K1", "other", 2024)).isEmpty();
  }

  @Test
  @Clause({"三-9", "四-3"})
  @DisplayName("高风险不受上限：看的是发起部门自己的分级，没有的才看共用的等级")
  void theRiskIsTheLeads() {
    jdbc.sql("""
        insert into department_grade (department, grade, risk_class, reason, added_at, added_by, added_by_name)
        values ('gaj', '四级', 'D', '示例', now(), 'x', '示例'), ('gaj', '一级', 'A', '示例', now(), 'x', '示例');
        insert into object_grade (department, object_id, grade, dated_on, updated_at)
        select 'gaj', o.id, g.grade, date '2024-03-01', now() from inspection_object o
          join (values ('140826:H1', '四级'), ('140826:H2', '一级')) g (no, grade) on g.no = o.object_no""").update();
    for (String firm : List.of(FIRM, "140826:H2")) {
      visits.tell(firm, gaj("j1", MARCH), null, null);
    }
    visits.tell(FIRM, gaj("j2", MARCH.plusDays(1)), null, null);

    assertThatThrownBy(() -> visits.tell("140826:H2", gaj("j2", MARCH.plusDays(1)), null, null))
        .isInstanceOf(CapReached.class);
    visits.tell(FIRM, new Visits.Planned("j3", "xfd", MARCH.plusDays(2)), null, null);
    assertThatThrownBy(() -> visits.tell(FIRM, new Visits.Planned("j4", "xfd", MARCH.plusDays(3)), null, null))
        .as("class B for all others, and those of the lead did not count").isInstanceOf(CapReached.class);
  }

  @Test
  @DisplayName("检查实际在别的日子做的，按实际的日子算")
  void countsTheDayItWasMade() {
    visits.tell(FIRM, gaj("j1", LocalDate.of(2024, 12, 30)), null, null);
    visits.made(FIRM, "j1", LocalDate.of(2025, 1, 2));

    assertThat(visits.of(FIRM, "other", 2024)).map(Near::visits).contains(0);
    assertThat(visits.of(FIRM, "other", 2025)).map(Near::visits).contains(1);
  }

  @Test
  @DisplayName("办公室看到只剩一次和已满的，最满的在前；改上限留下历史；不成样子的上限不收")
  void listsThoseNear() {
    caps.set(new Cap("旅馆", 2, "示例文件二"), OFFICE);
    visits.tell(FIRM, gaj("j1", MARCH), null, null);

    assertThat(visits.near(2024, null, 1, 10).items())
        .containsExactly(new Near(FIRM, "示例H1", "旅馆", 1, 2, "2024-03-01"));
    visits.tell(FIRM, gaj("j2", MARCH.plusDays(1)), null, null);
    assertThat(visits.near(2024, "旅馆", 1, 10).items()).extracting(Near::visits).containsExactly(2);
    assertThat(visits.near(2024, "网吧", 1, 10).items()).isEmpty();
    assertThat(jdbc.sql("select count(*) from registry_history where table_name = 'visit_cap' and operation = 'UPDATE'")
        .query(Integer.class).single()).isOne();
    for (Cap wrong : List.of(new Cap("没有的", 1, "x"), new Cap("旅馆", 0, "x"), new Cap("旅馆", 100, "x"), new Cap("旅馆", 1, " "))) {
      assertThatThrownBy(() -> caps.set(wrong, OFFICE)).isInstanceOf(CapIncomplete.class);
    }
    caps.lift("旅馆", OFFICE);
    assertThat(caps.all()).isEmpty();
  }

  private static Visits.Planned gaj(String joint, LocalDate on) {
    return new Visits.Planned(joint, "gaj", on);
  }
}

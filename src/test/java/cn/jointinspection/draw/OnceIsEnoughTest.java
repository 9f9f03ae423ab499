package cn.jointinspection.draw;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.draw.engine.DrawFiles;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.registry.TaskNature;
import cn.jointinspection.registry.VisitCaps;
import cn.jointinspection.registry.VisitExemption;
import cn.jointinspection.registry.Visits;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@DisplayName("一年一次就够（二、三）：上级已抽的、次数已满的不再抽，法定例外照抽")
@DatabaseTest
@ImportAutoConfiguration(JacksonAutoConfiguration.class)
@Import(OnceIsEnoughTest.Beans.class)
@Transactional
class OnceIsEnoughTest {

  @TestConfiguration(proxyBeanMethods = false)
  @ComponentScan({"cn.jointinspection.draw", "cn.jointinspection.registry"})
  @Import(DrawScene.class)
  static class Beans {}

  @Autowired DrawSteps steps;
  @Autowired DrawScene scene;
  @Autowired VisitCaps caps;
  @Autowired Visits visits;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void county() {
    scene.county(4);
  }

  private String excluded(TaskNature nature) {
    FreezeRequest usual = scene.request("dice");
    Draw draw = steps.freeze(new FreezeRequest(usual.jointInspectionId(), usual.year(), usual.title(), usual.scopeId(),
        usual.leadDepartment(), usual.matters(), nature, usual.ratio(), usual.strata(), usual.stratified(), usual.teams(), usual.slack(),
        usual.publicSource()), "system");
    return new String(scene.file(draw.id(), DrawFiles.EXCLUDED), StandardCharsets.UTF_8);
  }

  private void imposed(String number, String matter, int year) {
    jdbc.sql("insert into imposed_inspection (object_no, matter, year, level, task, department) values (?, ?, ?, 'CITY', '示例市级任务', 'gaj')")
        .params("140826:" + number, matter, year).update();
  }

  private static String line(String number, String reason) {
    return "{\"id\":\"140826:" + number + "\",\"reason\":\"" + reason + "\"}\n";
  }

  private static final String GONE = line("Z1", "DEREGISTERED");

  @Test
  @Clause("二-11")
  @DisplayName("上级本年度已抽同一事项的不再抽；高风险照抽；事项不同、年度不同的不算")
  void drawnFromAbove() {
    imposed("A1", DrawScene.MATTER, 2024);
    imposed("D1", DrawScene.MATTER, 2024);
    imposed("A2", "别的事项", 2024);
    imposed("A3", DrawScene.MATTER, 2023);

    assertThat(excluded(TaskNature.GENERAL)).isEqualTo(line("A1", "IMPOSED_FROM_ABOVE") + GONE);
  }

  @Test
  @Clause("二-11")
  @DisplayName("重点领域和专项检查可以再抽上级已抽的")
  void keyAreasAndSpecialInspections() {
    imposed("A1", DrawScene.MATTER, 2024);

    assertThat(excluded(TaskNature.KEY_AREA)).isEqualTo(GONE);
    assertThat(excluded(TaskNature.SPECIAL)).isEqualTo(GONE);
  }

  private void visited(String number, String joint, LocalDate on, VisitExemption exemption) {
    visits.tell("140826:" + number, new Visits.Planned(joint, "gaj", on), exemption, exemption == null ? null : "示例依据");
  }

  @Test
  @Clause("三-9")
  @DisplayName("一年的次数满了不抽，差一次的照抽；同一天算一次，去年的、复查的不算，上级的算；高风险和专项不受限")
  void capReached() {
    caps.set(new VisitCaps.Cap("示例", 2, "示例依据"), DrawScene.OFFICE);
    visited("A1", "j1", LocalDate.of(2024, 2, 1), null);
    visited("A1", "j2", LocalDate.of(2024, 3, 1), null);
    visited("A2", "j1", LocalDate.of(2024, 2, 1), null);
    visited("A3", "j1", LocalDate.of(2024, 2, 1), null);
    visited("A3", "j2", LocalDate.of(2024, 2, 1), null);
    visited("A4", "j1", LocalDate.of(2023, 12, 31), null);
    visited("A4", "j2", LocalDate.of(2024, 1, 1), null);
    visited("A5", "j1", LocalDate.of(2024, 2, 1), null);
    visited("A5", "j2", LocalDate.of(2024, 3, 1), VisitExemption.RECHECK);
    visited("B1", "j1", LocalDate.of(2024, 2, 1), null);
    imposed("B1", "别的事项", 2024);
    visited("D1", "j1", LocalDate.of(2024, 2, 1), null);
    visited("D1", "j2", LocalDate.of(2024, 3, 1), null);

    assertThat(excluded(TaskNature.GENERAL)).isEqualTo(line("A1", "CAP_REACHED") + line("B1", "CAP_REACHED") + GONE);
    assertThat(excluded(TaskNature.KEY_AREA)).contains("CAP_REACHED");
    assertThat(excluded(TaskNature.SPECIAL)).isEqualTo(GONE);
  }

  @Test
  @DisplayName("没有规定上限的类别不限；每种原因都有一句中文")
  void noCapNoLimit() {
    visited("A1", "j1", LocalDate.of(2024, 2, 1), null);
    visited("A1", "j2", LocalDate.of(2024, 3, 1), null);

    assertThat(excluded(TaskNature.GENERAL)).isEqualTo(GONE);
    for (Exclusion rule : Exclusion.values()) {
      assertThat(DrawWords.exclusion(rule.name())).matches("\\p{IsHan}+");
    }
  }

  @Test
  @Clause("四-3")
  @DisplayName("发起部门自己的分级先算，没有的用各部门共用的等级；别的部门的分级、已停用的分级不算")
  void ownGradesFirst() {
    jdbc.sql("""
        insert into department_grade (department, grade, risk_class, reason, added_at, added_by, added_by_name)
        values ('gaj', '四级', 'D', '示例', now(), 'x', '示例'), ('xfd', '一级', 'A', '示例', now(), 'x', '示例');
        insert into department_grade (department, grade, risk_class, reason, added_at, added_by, added_by_name, removed_at,
          removed_by, removed_by_name) values ('gaj', '旧级', 'D', '示例', now(), 'x', '示例', now(), 'x', '示例');
        insert into object_grade (department, object_id, grade, dated_on, updated_at)
        select g.department, o.id, g.grade, date '2024-03-01', now() from inspection_object o
          join (values ('gaj', 'A1', '四级'), ('xfd', 'D1', '一级'), ('gaj', 'A2', '旧级'), ('gaj', 'U1', '四级'))
            g (department, number, grade) on o.object_no = '140826:' || g.number""").update();

    Draw draw = steps.freeze(scene.request("dice"), "system");

    assertThat(new String(scene.file(draw.id(), DrawFiles.CANDIDATES), StandardCharsets.UTF_8)).contains(
        "{\"id\":\"140826:A1\",\"stratum\":\"D\"}\n", "{\"id\":\"140826:A2\",\"stratum\":\"A\"}\n",
        "{\"id\":\"140826:D1\",\"stratum\":\"D\"}\n", "{\"id\":\"140826:U1\",\"stratum\":\"D\"}\n")
        .doesNotContain("unrated");
  }
}

package cn.jointinspection.staff.firstday;

import static cn.jointinspection.process.County.DEPARTMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.engine.doors.HttpTest;
import cn.jointinspection.engine.identity.FirstAdministrator;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.process.County;
import cn.jointinspection.registry.InspectionItems;
import cn.jointinspection.registry.RecusalOrigin;
import cn.jointinspection.registry.RecusalReason;
import cn.jointinspection.registry.Recusals;
import cn.jointinspection.staff.firstday.Step.State;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Nobody but these tests makes accounts in this database. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"camunda.bpm.job-execution.enabled=false", "joint-inspection.embedded.database=first_day_tests"})
@DisplayName("启用准备：空的库里还缺什么，补一项少一项")
class FirstDayTest extends HttpTest {

  private static final String PAGE = "/camunda/api/staff/first-day";
  private static final String DESK = "/camunda/api/staff/desk";

  @Autowired FirstDay firstDay;
  @Autowired InspectionItems items;
  @Autowired Recusals recusals;
  @Autowired FirstAdministrator administrator;

  @BeforeEach
  void nobodyIsThere() {
    identity.createUserQuery().list().forEach(user -> identity.deleteUser(user.getId()));
    jdbc.sql("update inspection_item set in_force = false").update();
  }

  @Test
  @DisplayName("从空库到可以发起：逐项补齐，每一项各自变绿，不牵动别的")
  void growsItemByItem() {
    assertThat(missing()).containsExactly("人员", "抽查事项清单", "执法检查人员", "检查对象", "年度计划");
    assertThat(states()).containsEntry("部门和别名", State.DONE).containsEntry("信用风险等级", State.NOTICE)
        .containsEntry("回避", State.NOTICE).containsEntry("放假安排", State.DONE);
    assertThat(message("人员")).contains("领导小组办公室应有 2 人，现有 0 人", "纪检监察没有人员", "缺经办和审核人员");

    planPublished();
    identity.clearAuthentication();
    assertThat(missing()).containsExactly("人员", "抽查事项清单", "执法检查人员", "检查对象");
    assertThat(message("年度计划")).contains("2024 年的计划已公布，共 1 项任务");
    assertThat(message("人员")).contains("现有 1 人", "公安局缺经办和审核人员", "消防队").doesNotContain("教育局");
    assertThat(message("检查对象")).contains("“" + County.HOTELS + "”");
    assertThat(message("抽查事项清单")).isEqualTo("公安局没有抽查事项清单。");

    DEPARTMENTS.forEach(department -> account(department + "Staff1", department));
    assertThat(message("人员")).contains("公安局缺审核人员").doesNotContain("缺经办");
    DEPARTMENTS.forEach(department -> account(department + "Reviewer1", department + "Review"));
    account("bgsStaff2", "bgs");
    assertThat(message("人员")).isEqualTo("纪检监察没有人员。");
    account("jjjcStaff1", "jjjc");
    assertThat(missing()).containsExactly("抽查事项清单", "执法检查人员", "检查对象");

    items.put("xfd", List.of("示例事项"), County.OFFICE);
    assertThat(missing()).contains("抽查事项清单");
    items.put("gaj", List.of("示例事项"), County.OFFICE);
    assertThat(missing()).containsExactly("执法检查人员", "检查对象");

    county.inspectors(1);
    assertThat(message("执法检查人员")).contains("至少应有 2 名", "公安局有 1 人", "消防队有 1 人");
    county.inspectors(2);
    assertThat(missing()).containsExactly("检查对象");
    jdbc.sql("update inspector set certificate_expires_on = '2024-03-19' where certificate_no = 'ZF-xfd02'").update();
    assertThat(message("执法检查人员")).contains("消防队有 1 人").doesNotContain("公安局");
    jdbc.sql("update inspector set certificate_expires_on = '2024-03-20' where certificate_no = 'ZF-xfd02'").update();

    county.hotels(1, 0, 0, 2);
    assertThat(missing()).isEmpty();
    assertThat(states()).containsEntry("信用风险等级", State.DONE).containsEntry("回避", State.NOTICE);
    jdbc.sql("update inspection_object set risk_class = null where object_no = '140826:A001'").update();
    assertThat(missing()).as("a warning").isEmpty();
    assertThat(message("信用风险等级")).contains("66%", "还有 1 户没有", "按一般风险");
    recusals.file("ZF-gaj01", "140826:A001", RecusalReason.KINSHIP, RecusalOrigin.ORDERED, County.OFFICE);
    assertThat(states()).containsEntry("回避", State.DONE);

    jdbc.sql("update inspection_object set status = 'REVOKED'").update();
    assertThat(missing()).containsExactly("检查对象");
  }

  @Test
  @DisplayName("放假安排：今年的没有就还缺，明年的到十二月才算缺")
  void holidays() {
    at(LocalDateTime.of(2026, 11, 30, 9, 0));
    assertThat(states()).containsEntry("放假安排", State.NOTICE);
    assertThat(message("放假安排")).contains("2027 年的请在国务院公布后");
    at(LocalDateTime.of(2026, 12, 1, 9, 0));
    assertThat(message("放假安排")).isEqualTo("没有 2027 年的放假安排，无法计算期限。");
    at(LocalDateTime.of(2027, 1, 4, 9, 0));
    assertThat(missing()).contains("放假安排");
  }

  @Test
  @DisplayName("工作台：还缺几项写在最上面，只给办公室、登记员和管理员；补齐了就不再写")
  void theDeskSaysSo() {
    account("bgsStaff1", "bgs");
    account("registrar1", "registrars");
    administrator.create("chief1", PASSWORD);
    account("gajStaff1", "gaj");

    for (String user : List.of("bgsStaff1", "registrar1", "chief1")) {
      Session session = signIn(user);
      assertThat(session.get(DESK).body()).as(user).contains("启用准备：还缺 <strong>5</strong> 项", PAGE);
      assertThat(session.get(PAGE).body()).contains("还缺 <strong>5</strong> 项", "/camunda/api/staff/department-names",
          "/camunda/api/staff/registry-changes", "/camunda/api/staff/holidays");
    }
    Session clerk = signIn("gajStaff1");
    assertThat(clerk.get(DESK).body()).doesNotContain("启用准备");
    assertThat(clerk.get(PAGE).statusCode()).isEqualTo(422);
    assertThat(clerk.get(PAGE).body()).contains("只供领导小组办公室");
    assertThat(anonymous("GET", PAGE).statusCode()).isEqualTo(401);

    everything();
    Session office = signIn("bgsStaff1");
    assertThat(office.get(DESK).body()).doesNotContain("启用准备：还缺");
    assertThat(office.get(PAGE).body()).contains("各项都已齐备").doesNotContain("还缺");
  }

  private void everything() {
    planPublished();
    identity.clearAuthentication();
    List<String> people = new ArrayList<>(DEPARTMENTS);
    DEPARTMENTS.forEach(department -> people.add(department + "Review"));
    people.addAll(List.of("bgs", "jjjc"));
    people.forEach(group -> account(group + "9", group));
    items.put("gaj", List.of("示例事项"), new Actor("registrar1", "示例", Set.of()));
    county.inspectors(2);
    county.hotels(1, 0, 0, 0);
  }

  private void account(String user, String... groups) {
    as(user, groups);
    identity.clearAuthentication();
  }

  private List<String> missing() {
    return firstDay.steps().stream().filter(Step::missing).map(Step::name).toList();
  }

  private Map<String, State> states() {
    return firstDay.steps().stream().collect(Collectors.toMap(Step::name, Step::state));
  }

  private String message(String name) {
    return firstDay.steps().stream().filter(step -> step.name().equals(name)).findFirst().orElseThrow().message();
  }
}

package cn.jointinspection.inspection;

import static cn.jointinspection.inspection.Scene.inspector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InspectionTest
@DisplayName("一户的检查：通知、检查、录入、审核、公示")
class DepartmentChecksTest {

  @Autowired InspectorLoads loads;
  @Autowired JdbcClient jdbc;
  @Autowired Scene scene;
  @Autowired ObjectInspections objects;
  @Autowired DepartmentChecks checks;
  @Autowired DepartmentCheckTable table;

  @Test
  @Clause("五-1")
  @DisplayName("检查通知由发起部门的检查组下达，只下达一次")
  void notice() {
    String id = scene.started(1).get(0);
    var notice = new Notice(NoticeKind.UNANNOUNCED, "示例理由", Scene.FIRST_DAY);

    assertThatThrownBy(() -> objects.giveNotice(id, notice, inspector("SJ001")))
        .isInstanceOf(CheckRules.OnlyTheTeamInForce.class);
    objects.giveNotice(id, notice, inspector("GA002"));

    assertThat(objects.get(id).notice()).isEqualTo(notice);
    assertThatThrownBy(() -> objects.giveNotice(id, notice, inspector("GA001")))
        .isInstanceOf(CommonRules.WrongInspectionStatus.class).hasMessageContaining("已下达通知");
  }

  @Test
  @DisplayName("没有下达通知不能登记检查记录")
  void noCheckBeforeNotice() {
    String id = scene.started(1).get(0);

    assertThatThrownBy(() -> scene.check(id, "gaj"))
        .isInstanceOf(CommonRules.WrongInspectionStatus.class).hasMessageContaining("未下达检查通知");
  }

  @Test
  @DisplayName("检查记录写明谁、何时、怎样检查，到场人员留名")
  void recorded() {
    String id = scene.noticed();
    long check = checks.get(id, "scjgj").id();
    InspectorLoads.Year before = loads.of("SJ002").get(0);

    checks.recordCheck(check, Scene.record(Scene.FIRST_DAY, Outcome.PROBLEM, "SJ001", "SJ002"), inspector("SJ002"));

    DepartmentCheck recorded = checks.get(check);
    assertThat(recorded.status()).isEqualTo(CheckStatus.CHECKED);
    assertThat(recorded.examination().by()).isEqualTo("sj002");
    assertThat(recorded.examination().on()).isEqualTo(Scene.FIRST_DAY);
    assertThat(recorded.team()).allMatch(TeamMember::present);
    assertThat(loads.of("SJ002").get(0)).as("others of this county were before").isEqualTo(
        new InspectorLoads.Year(2024, before.teams(), before.designated(), before.present() + 1));
    jdbc.sql("update check_inspector set left_at = now() where inspector = 'SJ002' and check_id = ?").param(check).update();
    assertThat(loads.of("SJ002").stream().mapToInt(InspectorLoads.Year::teams).sum()).isEqualTo(before.teams() - 1);
    assertThat(checks.report(check).done().problems()).containsExactly("示例事项：示例问题");
    assertThat(objects.pendingDepartments(id)).containsExactly("gaj", "xfd");
  }

  @Test
  @Clause("三-5")
  @DisplayName("不在组内的人不能登记，也不能算到场")
  void onlyTeam() {
    String id = scene.noticed();
    long check = checks.get(id, "scjgj").id();

    assertThatThrownBy(() ->
        checks.recordCheck(check, Scene.record(Scene.FIRST_DAY, "SJ001", "SJ002"), inspector("SJ003")))
        .isInstanceOf(CheckRules.OnlyTheTeamInForce.class);
    assertThatThrownBy(() ->
        checks.recordCheck(check, Scene.record(Scene.FIRST_DAY, "SJ001", "SJ003"), inspector("SJ001")))
        .isInstanceOf(CheckRules.OnlyTheTeamInForce.class);
    assertThat(checks.get(check).status()).isEqualTo(CheckStatus.PENDING);
  }

  @Test
  @Clause({"三-5", "三-10"})
  @DisplayName("执法证最后一天还能检查，次日起拒绝；检查当日须回避的也拒绝，并说明怎么办")
  void expiredOrRecused() {
    String id = scene.noticed();
    long check = checks.get(id, "scjgj").id();
    CheckRecord today = Scene.record(Scene.FIRST_DAY, "SJ001", "SJ002");
    jdbc.sql("update inspector set certificate_expires_on = '2024-03-19' where certificate_no = 'SJ002'").update();
    assertThatThrownBy(() -> checks.recordCheck(check, today, inspector("SJ001")))
        .isInstanceOf(CheckRules.CertificateHasExpired.class).hasMessageContaining("2024-03-19", "更新执法检查人员名录");
    jdbc.sql("update inspector set certificate_expires_on = '2024-03-20' where certificate_no = 'SJ002'").update();

    jdbc.sql("""
        insert into recusal (inspector, object_no, reason, origin, starts_on, filed_at, filed_by)
        select 'SJ001', object_no, 'KINSHIP', 'ORDERED', '2024-03-20', now(), 'scjgjStaff1' from object_inspection
        where id = ?""").param(id).update();
    assertThatThrownBy(() -> checks.recordCheck(check, today, inspector("SJ001")))
        .isInstanceOf(CheckRules.RecusedInspectorDoesNotCheck.class).hasMessageContaining("申请回避");
    jdbc.sql("update recusal set starts_on = '2024-03-21' where inspector = 'SJ001'").update();

    checks.recordCheck(check, today, inspector("SJ001"));
    assertThat(checks.get(check).status()).isEqualTo(CheckStatus.CHECKED);
    jdbc.sql("update inspector set certificate_expires_on = '2026-12-31' where certificate_no = 'SJ002'").update();
  }

  @Test
  @Clause({"三-4", "五-2"})
  @DisplayName("联合检查完成日是最后一个部门的检查日，公示期限按工作日计算")
  void jointCheckComplete() {
    String id = scene.noticed();
    scene.check(id, "gaj");
    scene.calendar.today(LocalDate.of(2024, 9, 10));
    scene.check(id, "scjgj");
    assertThatThrownBy(() -> objects.completeJointCheck(id))
        .isInstanceOf(CheckRules.AllDepartmentsCheckFirst.class).hasMessageContaining("xfd");
    long xfd = checks.get(id, "xfd").id();
    checks.recordCheck(xfd, Scene.record(LocalDate.of(2024, 9, 9), "XF001", "XF002"), inspector("XF001"));

    objects.completeJointCheck(id);

    ObjectInspection object = objects.get(id);
    assertThat(object.jointCheck().completedOn()).isEqualTo(LocalDate.of(2024, 9, 10));
    assertThat(object.jointCheck().publicationDeadline()).isEqualTo(LocalDate.of(2024, 10, 14));
    assertThat(objects.departmentsToPublish(id)).containsExactly("gaj", "scjgj", "xfd");
  }

  @Test
  @Clause("三-4")
  @DisplayName("联合检查完成前不能录入结果")
  void noEntryBefore() {
    String id = scene.noticed();
    scene.check(id, "gaj");

    assertThatThrownBy(() -> scene.entered(id, "gaj"))
        .isInstanceOf(CommonRules.WrongInspectionStatus.class).hasMessageContaining("检查中");
  }

  @Test
  @DisplayName("审核退回后改正再审，改正后的结果取代原来的")
  void returnedAndCorrected() {
    String id = scene.noticed();
    scene.checked(id);
    long check = scene.entered(id, "gaj");
    assertThatThrownBy(() -> checks.review(check, false, null, Scene.REVIEWER))
        .isInstanceOf(CommonRules.InspectionNoteMissing.class);
    checks.review(check, false, "请补充", Scene.REVIEWER);

    var corrected = new ResultEntry(List.of(new ResultEntry.Result("OTHER_VIOLATION", "示例情况")), "示例说明",
        List.of(new ResultEntry.FollowUp(FollowUpCode.REFER, null, "xfd", null)));
    checks.enterResult(check, corrected, inspector("GA002"));
    assertThat(checks.entered(check)).isEqualTo(corrected);
    checks.review(check, true, null, Scene.REVIEWER);
    checks.markPublished(check);
    checks.markPublished(check);

    CheckReport report = checks.report(check);
    assertThat(report.result().codes()).containsExactly(new CheckReport.Result("OTHER_VIOLATION", "违反其他规定", "示例情况"));
    assertThat(report.result().followUps()).containsExactly(new CheckReport.FollowUp("REFER", "抄告相关部门", null, "xfd"));
    assertThat(report.status()).isEqualTo("PUBLISHED");
    assertThat(report.department().name()).isEqualTo("公安局");
    assertThat(report.result().by()).isEqualTo("ga002");
  }

  @Test
  @Clause("三-5")
  @DisplayName("录入或参加检查的人不能审核，没有审核权限的人也不能")
  void reviewerIsAnother() {
    String id = scene.noticed();
    scene.checked(id);
    long check = scene.entered(id, "gaj");

    for (String inspector : List.of("GA001", "GA002")) {
      assertThatThrownBy(() -> checks.review(check, true, null, new Actor(Scene.account(inspector), "示例", Set.of("gajReview"))))
          .isInstanceOf(ReviewRules.ReviewerMustNotHaveEntered.class);
    }
    assertThatThrownBy(() -> checks.review(check, true, null, Scene.LEAD))
        .isInstanceOf(CommonRules.OnlyItsReviewersDecide.class);
    assertThat(checks.get(check).status()).isEqualTo(CheckStatus.ENTERED);
  }

  @Test
  @DisplayName("没有审核通过不能公示")
  void notPublishedBeforeReview() {
    String id = scene.noticed();
    scene.checked(id);
    long check = scene.entered(id, "gaj");

    assertThatThrownBy(() -> checks.markPublished(check)).isInstanceOf(CommonRules.WrongInspectionStatus.class);
  }

  @Test
  @Clause("五-8")
  @DisplayName("公示过的结果其他部门都能看到")
  void earlierResults() {
    String id = scene.noticed();
    String objectNo = objects.get(id).objectNo();
    assertThat(checks.earlierResults(objectNo)).isEqualTo(new EarlierResults(0, List.of()));
    scene.checked(id);
    scene.published(id, "scjgj");

    assertThat(checks.earlierResults(objectNo).newest()).singleElement().satisfies(result -> {
      assertThat(result.departmentName()).isEqualTo("市场监管局");
      assertThat(result.results()).containsExactly("未发现问题");
    });
  }

  @Test
  @DisplayName("两人同时办理同一检查，后到的不覆盖先到的")
  void versionConflict() {
    String id = scene.noticed();
    DepartmentCheck read = checks.get(id, "gaj");
    scene.check(id, "gaj");

    assertThatThrownBy(() -> table.save(table.update(read).set("record", "另一份记录")))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(checks.get(read.id()).examination().record()).isEqualTo("示例检查记录");
  }

  @Test
  @Clause("三-13")
  @DisplayName("每一步都留下谁、何时、做了什么")
  void journal() {
    String id = scene.noticed();
    scene.allPublished(id);

    assertThat(objects.journal(id)).extracting(JournalEntry::action)
        .startsWith("下达检查通知（书面通知）", "登记检查记录（实地检查）")
        .contains("联合检查完成", "录入检查结果", "审核通过", "公示检查结果");
    assertThat(objects.journal(id).get(0)).satisfies(step -> {
      assertThat(step.actor()).isEqualTo("ga001");
      assertThat(step.at()).isEqualTo(Scene.FIRST_DAY.atTime(9, 0).atZone(scene.clock.getZone()).toInstant());
    });
  }
}

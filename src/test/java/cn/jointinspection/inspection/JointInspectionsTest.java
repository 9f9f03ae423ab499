package cn.jointinspection.inspection;

import static cn.jointinspection.inspection.Scene.LEAD;
import static cn.jointinspection.inspection.Scene.OFFICE;
import static cn.jointinspection.inspection.Scene.SCJGJ;
import static cn.jointinspection.inspection.Scene.XFD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import cn.jointinspection.Clause;
import cn.jointinspection.draw.Draw;
import cn.jointinspection.draw.DrawStatus;
import cn.jointinspection.draw.Draws;
import cn.jointinspection.draw.PublicSource;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InspectionTest
@DisplayName("联合抽查任务：从计划到确认完成")
class JointInspectionsTest {

  @Autowired Scene scene;
  @Autowired JdbcClient jdbc;
  @Autowired JointInspections inspections;
  @Autowired ObjectInspections objects;
  @Autowired DepartmentChecks checks;
  @Autowired JointInspectionTable table;
  @Autowired Archive archive;
  @Autowired Draws draws;
  @Autowired Clock clock;

  @Test
  @DisplayName("计划任务列入后等待发起，重复列入不改变什么")
  void createdOnce() {
    String id = scene.waiting();
    JointInspection joint = inspections.get(id);

    inspections.create(new NewJointInspection(id, joint.plan().id(), joint.plan().rowNo(), 2024, "另一个名称", "gaj", List.of(),
        joint.window().opens(), joint.window().closes()));

    assertThat(inspections.get(id)).isEqualTo(joint);
    assertThat(joint.status()).isEqualTo(JointInspectionStatus.WAITING);
    assertThat(joint.scheme()).isNull();
    assertThat(joint.departments()).containsExactly("gaj", "scjgj", "xfd");
    assertThat(scene.actions(id)).containsExactly("列入年度计划");
  }

  @Test
  @Clause("二-7")
  @DisplayName("发起后方案送各配合部门会签，发起部门视为同意")
  void launched() {
    String id = scene.cosigning();

    JointInspection joint = inspections.get(id);
    assertThat(joint.status()).isEqualTo(JointInspectionStatus.COSIGNING);
    assertThat(joint.scheme()).isEqualTo(Scene.scheme());
    assertThat(joint.participations()).extracting(Participation::cosign)
        .containsExactly(Cosign.AGREED, Cosign.PENDING, Cosign.PENDING);
  }

  @Test
  @DisplayName("只有发起部门的人员能发起")
  void onlyLeadLaunches() {
    String id = scene.waiting();

    assertThatThrownBy(() -> inspections.launch(id, Scene.scheme(), SCJGJ))
        .isInstanceOf(CommonRules.OnlyTheDepartmentItself.class).hasMessageContaining("公安局");
    assertThat(inspections.get(id).status()).isEqualTo(JointInspectionStatus.WAITING);
  }

  @Test
  @DisplayName("已经发起的不能再发起，错误写明现在的状态")
  void launchedOnce() {
    String id = scene.cosigning();

    assertThatThrownBy(() -> inspections.launch(id, Scene.scheme(), LEAD))
        .isInstanceOf(CommonRules.WrongInspectionStatus.class).hasMessageContaining("会签中");
  }

  @Test
  @DisplayName("各部门都同意后待抽取")
  void allAgree() {
    assertThat(inspections.get(scene.drawing()).status()).isEqualTo(JointInspectionStatus.DRAWING);
  }

  @Test
  @DisplayName("不同意方案须写明理由")
  void refusalNeedsReason() {
    String id = scene.cosigning();

    assertThatThrownBy(() -> inspections.cosign(id, "scjgj", false, " ", SCJGJ))
        .isInstanceOf(CommonRules.InspectionNoteMissing.class);
    assertThat(inspections.get(id).participation("scjgj").cosign()).isEqualTo(Cosign.PENDING);
  }

  @Test
  @DisplayName("办公室退回方案，修改后各部门重新会签；几个部门不同意也只退回一次")
  void backToLead() {
    String id = scene.cosigning();
    inspections.cosign(id, "scjgj", false, "示例理由", SCJGJ);
    inspections.cosign(id, "xfd", false, "示例理由", XFD);

    inspections.coordinateCosign(id, "scjgj", CosignDecision.BACK_TO_LEAD, "请修改", OFFICE);
    inspections.coordinateCosign(id, "xfd", CosignDecision.BACK_TO_LEAD, "请修改", OFFICE);
    assertThat(inspections.get(id).status()).isEqualTo(JointInspectionStatus.WAITING);

    inspections.launch(id, Scene.scheme(), LEAD);
    assertThat(inspections.get(id).participation("scjgj").cosign()).isEqualTo(Cosign.PENDING);
    assertThat(inspections.get(id).participation("scjgj").cosignNote()).isNull();
  }

  @Test
  @DisplayName("办公室免除一个部门后，其余部门实施，该部门以后不再被询问")
  void excusedAtCosign() {
    String id = scene.cosigning();
    inspections.cosign(id, "scjgj", true, null, SCJGJ);
    inspections.cosign(id, "xfd", false, "示例理由", XFD);

    inspections.coordinateCosign(id, "xfd", CosignDecision.EXCUSE, "备案", OFFICE);

    JointInspection joint = inspections.get(id);
    assertThat(joint.status()).isEqualTo(JointInspectionStatus.DRAWING);
    assertThat(joint.departments()).containsExactly("gaj", "scjgj");
    inspections.drawAbandoned(id, "示例作废");
    inspections.launch(id, Scene.schemeOf("gaj", "scjgj"), LEAD);
    assertThat(inspections.get(id).participation("xfd").takesPart()).isFalse();
  }

  @Test
  @DisplayName("只有办公室能协调")
  void onlyOfficeCoordinates() {
    String id = scene.cosigning();
    inspections.cosign(id, "xfd", false, "示例理由", XFD);

    assertThatThrownBy(() -> inspections.coordinateCosign(id, "xfd", CosignDecision.EXCUSE, "备案", LEAD))
        .isInstanceOf(CommonRules.OnlyTheOfficeCoordinates.class);
  }

  @Test
  @DisplayName("抽取结果成为按检查顺序排列的检查，每个部门一组人，第一名是组长")
  void drawRecorded() {
    String id = scene.accepting(2);

    List<ObjectInspection> drawn = objects.ofJointInspection(id);
    assertThat(drawn).extracting(ObjectInspection::id).containsExactly(id + "/1", id + "/2");
    assertThat(drawn.get(0).object().address()).isEqualTo("示例镇示例路1号");
    assertThat(checks.ofObject(id + "/1")).extracting(DepartmentCheck::department)
        .containsExactly("gaj", "scjgj", "xfd");
    DepartmentCheck check = checks.get(id + "/1", "scjgj");
    assertThat(check.accounts()).containsExactly("sj001", "sj002");
    assertThat(check.team()).extracting(TeamMember::inspector).containsExactly("SJ001", "SJ002");
    assertThat(inspections.get(id).status()).isEqualTo(JointInspectionStatus.ACCEPTING);
  }

  @Test
  @DisplayName("检查组里没有一个人有登录账号的，不能接收，说明是谁；有一人能登录的可以接收")
  void teamWithoutAccount() {
    String id = scene.accepting(1);
    jdbc.sql("update inspector set account = null where certificate_no in ('SJ001', 'SJ002')").update();

    assertThatThrownBy(() -> inspections.accept(id, "scjgj", true, null, SCJGJ))
        .isInstanceOf(ParticipationRules.TeamWithoutAccount.class)
        .hasMessageContaining("示例检查员SJ1（SJ001）、示例检查员SJ2（SJ002）都没有登录账号");
    assertThat(inspections.get(id).participation("scjgj").acceptance()).isEqualTo(Acceptance.PENDING);

    jdbc.sql("update inspector set account = 'sj002' where certificate_no = 'SJ002'").update();
    inspections.accept(id, "scjgj", true, null, SCJGJ);
    assertThat(checks.get(id + "/1", "scjgj").accounts()).containsExactly("sj002");
    jdbc.sql("update inspector set account = 'sj001' where certificate_no = 'SJ001'").update();
  }

  @Test
  @DisplayName("办公室要求接收，部门再次答复；免除的，其检查不再实施")
  void refusalCoordinated() {
    String id = scene.accepting(1);
    inspections.accept(id, "gaj", true, null, LEAD);
    inspections.accept(id, "scjgj", true, null, SCJGJ);
    inspections.accept(id, "xfd", false, "示例理由", XFD);
    inspections.coordinateRefusal(id, "xfd", RefusalDecision.INSIST, "照单履职", OFFICE);
    assertThat(inspections.get(id).participation("xfd").acceptance()).isEqualTo(Acceptance.PENDING);

    inspections.accept(id, "xfd", false, "示例理由", XFD);
    inspections.coordinateRefusal(id, "xfd", RefusalDecision.EXCUSE, "备案", OFFICE);

    assertThat(inspections.get(id).status()).isEqualTo(JointInspectionStatus.INSPECTING);
    assertThat(checks.get(id + "/1", "xfd").status()).isEqualTo(CheckStatus.DROPPED);
    assertThat(objects.pendingDepartments(id + "/1")).containsExactly("gaj", "scjgj");
  }

  @Test
  @DisplayName("发起部门不能被免除")
  void leadIsNotExcused() {
    String id = scene.accepting(1);
    inspections.accept(id, "gaj", false, "示例理由", LEAD);

    assertThatThrownBy(() -> inspections.coordinateRefusal(id, "gaj", RefusalDecision.EXCUSE, "备案", OFFICE))
        .isInstanceOf(ParticipationRules.LeadDepartmentCannotBeExcused.class);
  }

  @Test
  @DisplayName("每批只开始还没有开始的，重复运行不会重复开始")
  void startedInBatches() {
    String id = scene.inspecting(3);

    assertThat(inspections.startable(id, 2)).extracting(ObjectInspection::visitNo).containsExactly(1, 2);
    assertThat(inspections.startable(id, 2)).extracting(ObjectInspection::visitNo).containsExactly(3);
    assertThat(inspections.startable(id, 2)).isEmpty();
  }

  @Test
  @Clause({"三-17", "五-4"})
  @DisplayName("还有部门没有公示，一户不能办结")
  void notFinishedBeforePublication() {
    String id = scene.noticed();
    scene.checked(id);
    scene.published(id, "gaj");

    assertThatThrownBy(() -> inspections.finishObject(id))
        .isInstanceOf(CheckRules.AllDepartmentsPublishFirst.class).hasMessageContaining("scjgj（已检查，待录入）");
  }

  @Test
  @Clause({"三-12", "五-4"})
  @DisplayName("全部办结后发起部门确认完成并归档，档案列出每一步")
  void confirmedAndArchived() {
    String id = scene.noticed();
    scene.allPublished(id);
    assertThat(inspections.finishObject(id)).isTrue();
    String joint = objects.get(id).jointInspectionId();

    assertThat(inspections.progress(joint)).containsExactly(
        new Progress("gaj", 1, 1, 1, 1, 0, 0), new Progress("scjgj", 1, 1, 1, 1, 0, 0), new Progress("xfd", 1, 1, 1, 1, 0, 0));
    inspections.confirmComplete(joint, "示例说明", LEAD);
    String draw = inspections.get(joint).drawId();
    when(draws.get(draw)).thenReturn(new Draw(draw, 1, joint, "示例",
        new Draw.Frozen("0", "1", OffsetDateTime.now(clock), 1, Map.of(), Map.of()), new PublicSource("none", "示例"),
        DrawStatus.DRAWN, null, null, null, 0));
    archive.keep(joint);

    assertThat(inspections.get(joint).status()).isEqualTo(JointInspectionStatus.COMPLETED);
    assertThat(new String(archive.manifest(joint).orElseThrow(), StandardCharsets.UTF_8))
        .contains("\"kind\" : \"departmentCheck\"").contains("\"kind\":\"draw\"").contains("未发现问题").contains("确认完成");
  }

  @Test
  @DisplayName("没有完成的不归档")
  void notArchivedBefore() {
    String id = scene.waiting();

    assertThatThrownBy(() -> archive.keep(id)).isInstanceOf(CommonRules.WrongInspectionStatus.class);
    assertThat(archive.manifest(id)).isEmpty();
  }

  @Test
  @DisplayName("没有可抽对象时直接待确认")
  void nothingToDraw() {
    String id = scene.drawing();

    inspections.nothingToDraw(id);

    assertThat(inspections.get(id).status()).isEqualTo(JointInspectionStatus.FINISHED);
  }

  @Test
  @DisplayName("读出后已被别人改动的，不覆盖")
  void versionConflict() {
    JointInspection read = inspections.get(scene.waiting());
    table.setStatus(read, JointInspectionStatus.COMPLETED);

    assertThatThrownBy(() -> table.setStatus(read, JointInspectionStatus.WAITING))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(inspections.get(read.id()).status()).isEqualTo(JointInspectionStatus.COMPLETED);
  }

  @Test
  @DisplayName("没有这个编号的，写明编号")
  void unknown() {
    assertThatThrownBy(() -> inspections.get("140826-2024-999"))
        .isInstanceOf(CommonRules.UnknownInspection.class).hasMessageContaining("140826-2024-999");
  }
}

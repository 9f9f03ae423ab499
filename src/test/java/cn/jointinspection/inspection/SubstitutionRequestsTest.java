package cn.jointinspection.inspection;

import static cn.jointinspection.inspection.Scene.inspector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.ObjectStatus;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InspectionTest
@DisplayName("补抽：对象已不存在时，两个机构两个人同意后由抽取的下一户替换")
class SubstitutionRequestsTest {

  @Autowired Scene scene;
  @Autowired SubstitutionRequests requests;
  @Autowired JointInspections inspections;
  @Autowired ObjectInspections objects;
  @Autowired DepartmentChecks checks;
  @Autowired InspectionObjects registry;

  private long approved(String object) {
    long request = requests.request(object, SubstitutionReason.DEREGISTERED, "示例现场情况", null, inspector("SJ001"));
    requests.approve(request, true, null, Scene.REVIEWER);
    return request;
  }

  @Test
  @DisplayName("替换的一户排在最后、立即开始，原来的一户不再检查，名录库写明注销")
  void replaced() {
    List<String> ids = scene.started(2);
    String gone = ids.get(0);
    scene.notice(gone);
    scene.check(gone, "gaj");
    String objectNo = objects.get(gone).objectNo();
    String next = scene.newObject();
    scene.substitutes(objectNo, next);

    requests.countersign(approved(gone), true, null, Scene.DISCIPLINE);
    Substitution substitution = requests.carryOut(gone);

    ObjectInspection replacement = substitution.replacement();
    assertThat(substitution.lastOfAll()).isFalse();
    assertThat(replacement.visitNo()).isEqualTo(3);
    assertThat(objects.get(replacement.id())).isEqualTo(replacement);
    assertThat(replacement.status()).isEqualTo(ObjectInspectionStatus.STARTED);
    assertThat(replacement.replaces()).isEqualTo(gone);
    assertThat(checks.get(replacement.id(), "xfd").accounts()).containsExactly("xf001", "xf002");
    assertThat(objects.get(gone).status()).isEqualTo(ObjectInspectionStatus.SUBSTITUTED);
    assertThat(checks.ofObject(gone)).extracting(DepartmentCheck::status).containsOnly(CheckStatus.DROPPED);
    assertThat(registry.find(objectNo).orElseThrow().status()).isEqualTo(ObjectStatus.DEREGISTERED);
  }

  @Test
  @DisplayName("本层已无对象可补时作废；若是最后一户，恰在此时得知")
  void voided() {
    List<String> ids = scene.started(2);
    scene.notice(ids.get(0));
    scene.allPublished(ids.get(0));
    assertThat(inspections.finishObject(ids.get(0))).isFalse();
    scene.substitutes(objects.get(ids.get(1)).objectNo(), null);

    requests.countersign(approved(ids.get(1)), true, null, Scene.OFFICE);
    Substitution substitution = requests.carryOut(ids.get(1));

    assertThat(substitution.replacement()).isNull();
    assertThat(substitution.lastOfAll()).isTrue();
    assertThat(objects.get(ids.get(1)).status()).isEqualTo(ObjectInspectionStatus.VOID);
  }

  @Test
  @DisplayName("替换的一户办结后，才是全部办结")
  void openCountStaysRight() {
    String gone = scene.started(1).get(0);
    scene.substitutes(objects.get(gone).objectNo(), scene.newObject());
    requests.countersign(approved(gone), true, null, Scene.OFFICE);
    String replacement = requests.carryOut(gone).replacement().id();

    scene.notice(replacement);
    scene.allPublished(replacement);

    assertThat(inspections.finishObject(replacement)).isTrue();
  }

  @Test
  @DisplayName("申请人不能批准，批准人不能复核，发起部门的人不能代表别的机构复核")
  void twoPeopleOfTwoBodies() {
    String gone = scene.started(1).get(0);
    long request = requests.request(gone, SubstitutionReason.MOVED_OUT, "示例", null, inspector("GA001"));

    assertThatThrownBy(() ->
        requests.approve(request, true, null, new Actor("ga001", "示例", Set.of("gajReview"))))
        .isInstanceOf(SubstitutionRules.SubstitutionNeedsAnotherPerson.class);
    assertThatThrownBy(() -> requests.countersign(request, true, null, Scene.OFFICE))
        .isInstanceOf(CommonRules.WrongInspectionStatus.class);
    requests.approve(request, true, null, Scene.REVIEWER);
    assertThatThrownBy(() ->
        requests.countersign(request, true, null, new Actor("x1", "示例", Set.of("bgs", "gaj"))))
        .isInstanceOf(SubstitutionRules.AnotherBodyCountersigns.class);
    assertThatThrownBy(() -> requests.countersign(request, true, null, Scene.XFD))
        .isInstanceOf(SubstitutionRules.AnotherBodyCountersigns.class);
    assertThatThrownBy(() -> requests.carryOut(gone)).isInstanceOf(CommonRules.WrongInspectionStatus.class);
  }

  @Test
  @DisplayName("不同意须写明理由，之后继续检查，也可再申请")
  void rejected() {
    String gone = scene.noticed();
    long request = approved(gone);
    assertThatThrownBy(() -> requests.countersign(request, false, null, Scene.OFFICE))
        .isInstanceOf(CommonRules.InspectionNoteMissing.class);
    requests.countersign(request, false, "示例理由", Scene.OFFICE);

    assertThat(requests.newest(gone).orElseThrow().status()).isEqualTo("REJECTED");
    scene.check(gone, "gaj");
    approved(gone);
    assertThatThrownBy(() -> approved(gone)).isInstanceOf(CommonRules.WrongInspectionStatus.class);
  }

  @Test
  @DisplayName("只有这户检查组的人能申请补抽，且须写明现场情况")
  void onlyTeams() {
    String gone = scene.started(1).get(0);

    assertThatThrownBy(() ->
        requests.request(gone, SubstitutionReason.REVOKED, "示例", null, inspector("SJ004")))
        .isInstanceOf(CheckRules.OnlyTheTeamInForce.class);
    assertThatThrownBy(() -> requests.request(gone, SubstitutionReason.REVOKED, "", null, inspector("SJ001")))
        .isInstanceOf(CommonRules.InspectionNoteMissing.class);
  }
}

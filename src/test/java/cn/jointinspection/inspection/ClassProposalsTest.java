package cn.jointinspection.inspection;

import static cn.jointinspection.inspection.Scene.inspector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import cn.jointinspection.inspection.ClassProposal.Effect;
import cn.jointinspection.inspection.ClassProposal.Status;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.registry.RiskClasses;
import cn.jointinspection.registry.RiskSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InspectionTest
@DisplayName("检查结果转为风险等级调整建议：守信激励、失信惩戒（五）")
class ClassProposalsTest {

  private static final Actor REGISTRAR = new Actor("registrar", "示例登记员", Set.of("registrars"));

  @Autowired Scene scene;
  @Autowired JointInspections inspections;
  @Autowired ObjectInspections objects;
  @Autowired DepartmentChecks checks;
  @Autowired ClassProposals proposals;
  @Autowired RiskClasses classes;
  @Autowired JdbcClient jdbc;

  /** A joint inspection that begins on this day, of this object; null for a new one. */
  private String begun(LocalDate day, String objectNo) {
    String id = scene.started(1).get(0);
    if (objectNo != null) {
      jdbc.sql("update object_inspection set object_no = ? where id = ?").params(objectNo, id).update();
    }
    scene.calendar.today(day);
    scene.notice(id);
    scene.checked(id);
    return id;
  }

  private String clean(LocalDate day, String objectNo) {
    String id = begun(day, objectNo);
    objects.departmentsToPublish(id).forEach(department -> scene.published(id, department));
    inspections.finishObject(id);
    return objects.get(id).objectNo();
  }

  private String bad(LocalDate day, String objectNo, String... codes) {
    String id = begun(day, objectNo);
    long check = checks.get(id, "gaj").id();
    checks.enterResult(check, new ResultEntry(
        List.of(codes).stream().map(code -> new ResultEntry.Result(code, "示例情况")).toList(), "示例说明",
        List.of(new ResultEntry.FollowUp(FollowUpCode.RECTIFY, "示例", null, null))), inspector("GA001"));
    checks.review(check, true, null, Scene.REVIEWER);
    checks.markPublished(check);
    checks.markPublished(check);
    List.of("scjgj", "xfd").forEach(department -> scene.published(id, department));
    inspections.finishObject(id);
    return objects.get(id).objectNo();
  }

  private void rated(String objectNo, String riskClass) {
    jdbc.sql("update inspection_object set risk_class = ? where object_no = ?").params(riskClass, objectNo).update();
  }

  private static LocalDate day(int days) {
    return Scene.FIRST_DAY.plusDays(days);
  }

  @Test
  @Clause({"五-9", "四-6"})
  @DisplayName("一次不良结果建议上调一级，依据写明；一个部门的检查只建议一次；采纳后等级立即改变，来源是检查结果调整")
  void oneBadResult() {
    String object = bad(day(1), null, "UNREACHABLE", "NO_RELEVANT_ACTIVITY");

    ClassProposal proposal = proposals.ofObject(object).get(0);
    assertThat(proposals.ofObject(object)).hasSize(1);
    assertThat(proposal.effect()).isEqualTo(Effect.HIGHER);
    assertThat(proposal.evidence().results()).containsExactly("通过登记的住所（经营场所）无法联系");
    assertThat(proposal.evidence().statement()).isEqualTo("示例说明");
    assertThat(classes.of(object).riskClass()).as("nothing changes before the decision").isEqualTo(RiskClass.B);

    proposals.decide(proposal.id(), true, RiskClass.B, null, REGISTRAR);
    assertThat(classes.of(object)).isEqualTo(new RiskClasses.Current(RiskClass.C, RiskSource.RESULT, day(1)));
    ClassProposal accepted = proposals.list(Status.ACCEPTED, 1, 50).items().get(0);
    assertThat(accepted.decision().before()).isEqualTo(RiskClass.B);
    assertThat(accepted.decision().after()).isEqualTo(RiskClass.C);
    assertThatThrownBy(() -> proposals.decide(proposal.id(), false, null, "示例", REGISTRAR))
        .isInstanceOf(ClassProposalRules.ProposalDecided.class).hasMessageContaining("已采纳");
  }

  @Test
  @Clause("五-9")
  @DisplayName("一次未发现问题不建议，连续两次建议下调一级，第三次重新计")
  void cleanInARow() {
    String object = clean(day(1), null);
    assertThat(proposals.ofObject(object)).isEmpty();
    clean(day(2), object);
    assertThat(proposals.ofObject(object)).extracting(ClassProposal::effect).containsExactly(Effect.LOWER);
    clean(day(3), object);
    assertThat(proposals.ofObject(object)).hasSize(1);
    clean(day(4), object);
    assertThat(proposals.ofObject(object)).hasSize(2);
  }

  @Test
  @DisplayName("中间有一次不良结果的，未发现问题的次数从头计")
  void aBadOneBetween() {
    String object = clean(day(1), null);
    bad(day(2), object, "TO_BE_HANDLED");
    clean(day(3), object);
    assertThat(proposals.ofObject(object)).extracting(ClassProposal::effect).containsExactly(Effect.HIGHER);
    clean(day(4), object);
    assertThat(proposals.ofObject(object)).extracting(ClassProposal::effect)
        .containsExactly(Effect.LOWER, Effect.HIGHER);
  }

  @Test
  @DisplayName("既不算好也不算坏的结果（已关闭停业等）什么也不建议")
  void neutral() {
    assertThat(proposals.ofObject(bad(day(1), null, "CLOSED_OR_LIQUIDATING"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"A, HIGHER, B", "B, HIGHER, C", "C, HIGHER, D", "D, HIGHER, D", "A, LOWER, A", "B, LOWER, A", "C, LOWER, B",
    "D, LOWER, C", ", HIGHER, C", ", LOWER, A"})
  @DisplayName("上调、下调各一级；最高不再上调，最低不再下调；未分类的按一般风险")
  void oneClass(RiskClass from, Effect effect, RiskClass to) {
    assertThat(effect.from(from)).isEqualTo(to);
  }

  @Test
  @DisplayName("已是高风险的不再建议上调；提出建议后才升到高风险的，不能采纳，可以不采纳")
  void atTheEnd() {
    String object = bad(day(1), null, "UNREACHABLE");
    rated(object, "D");
    bad(day(2), object, "UNREACHABLE");
    assertThat(proposals.ofObject(object)).hasSize(1);

    long id = proposals.ofObject(object).get(0).id();
    assertThatThrownBy(() -> proposals.decide(id, true, RiskClass.D, null, REGISTRAR))
        .isInstanceOf(ClassProposalRules.ClassAtItsEnd.class).hasMessageContaining("已是高风险");
    assertThatThrownBy(() -> proposals.decide(id, false, RiskClass.D, " ", REGISTRAR))
        .isInstanceOf(CommonRules.InspectionNoteMissing.class);
    proposals.decide(id, false, RiskClass.D, "示例理由", REGISTRAR);
    assertThat(classes.of(object).riskClass()).isEqualTo(RiskClass.D);
  }

  @Test
  @DisplayName("登记员看到的等级已经变了的，不按旧的决定")
  void changedMeanwhile() {
    String object = bad(day(1), null, "UNREACHABLE");
    rated(object, "A");
    long id = proposals.ofObject(object).get(0).id();
    assertThatThrownBy(() -> proposals.decide(id, true, RiskClass.B, null, REGISTRAR))
        .isInstanceOf(ClassProposalRules.ClassChangedMeanwhile.class).hasMessageContaining("低风险");
    assertThat(proposals.ofObject(object).get(0).status()).isEqualTo(Status.OPEN);
    assertThatThrownBy(() -> proposals.decide(-1, true, null, null, REGISTRAR))
        .isInstanceOf(ClassProposalRules.UnknownProposal.class);
  }

  @Test
  @DisplayName("已不在册的对象不建议")
  void gone() {
    String id = begun(day(1), null);
    String object = objects.get(id).objectNo();
    jdbc.sql("update inspection_object set status = 'DEREGISTERED' where object_no = ?").param(object).update();
    bad(day(2), object, "UNREACHABLE");
    assertThat(proposals.ofObject(object)).isEmpty();
  }

  @Test
  @DisplayName("提出建议的结果都是结果表里有的")
  void theTableIsSound() {
    assertThat(jdbc.sql("""
            select count(*) from result_risk r where not exists (select from result_code c where c.code = r.code)""")
        .query(Long.class).single()).isZero();
  }
}

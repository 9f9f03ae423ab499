package cn.jointinspection.draw;

import static cn.jointinspection.draw.DrawScene.DISCIPLINE;
import static cn.jointinspection.draw.DrawScene.GAJ;
import static cn.jointinspection.draw.DrawScene.MATTER;
import static cn.jointinspection.draw.DrawScene.NONCE;
import static cn.jointinspection.draw.DrawScene.OFFICE;
import static cn.jointinspection.draw.DrawScene.XFD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.jointinspection.Clause;
import cn.jointinspection.draw.DrawRefused.ContributionRefused;
import cn.jointinspection.draw.DrawRefused.DrawNotInState;
import cn.jointinspection.draw.DrawRefused.EventRefused;
import cn.jointinspection.draw.DrawRefused.PublicValueRefused;
import cn.jointinspection.draw.engine.DrawFiles;
import cn.jointinspection.draw.engine.Stage;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.MatterCoverage;
import cn.jointinspection.registry.ObjectStatus;
import cn.jointinspection.registry.RecusalOrigin;
import cn.jointinspection.registry.RecusalReason;
import cn.jointinspection.registry.Recusals;
import cn.jointinspection.registry.RiskClass;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

@DisplayName("公开抽取（三）：公开、公正，谁也不能左右")
@DatabaseTest
@ImportAutoConfiguration(JacksonAutoConfiguration.class)
@Import(DrawsTest.Beans.class)
@Transactional
class DrawsTest {

  @TestConfiguration(proxyBeanMethods = false)
  @ComponentScan({"cn.jointinspection.draw", "cn.jointinspection.registry"})
  @Import(DrawScene.class)
  static class Beans {}

  @Autowired JdbcClient jdbc;
  @Autowired Draws draws;
  @Autowired DrawSteps steps;
  @Autowired DrawEvents events;
  @Autowired DrawRecords records;
  @Autowired InspectionObjects objects;
  @Autowired Recusals recusals;
  @Autowired MatterCoverage coverage;
  @Autowired DrawScene scene;

  @BeforeEach
  void county() {
    scene.county(4);
  }

  private String file(Draw draw, String name) {
    return new String(scene.file(draw.id(), name), StandardCharsets.UTF_8);
  }

  private Map<String, String> fileHashes(Draw draw) {
    return records.files(draw.id()).stream().collect(Collectors.toMap(DrawFile::name, DrawFile::sha256));
  }

  @Test
  @Clause({"三-2", "三-8", "三-10", "四-7"})
  @DisplayName("名单只含在册的对象和证件有效的人员，未评级的按一般风险并注明，其余写明原因")
  void listsHoldOnlyWhatIsInForce() {
    coverage.cover("140826-2024-041", 2024, List.of(MATTER), List.of("140826:A1"));
    recusals.file("gaj1", "140826:A2", RecusalReason.KINSHIP, RecusalOrigin.ORDERED, OFFICE);
    recusals.file("gaj2", "140826:A2", RecusalReason.KINSHIP, RecusalOrigin.ORDERED, OFFICE);
    recusals.file("gaj3", "140826:A2", RecusalReason.KINSHIP, RecusalOrigin.ORDERED, OFFICE);
    jdbc.sql("update recusal set starts_on = date '2024-03-01', ends_on = case inspector when 'gaj1' then date '2024-03-20'"
        + " else '2024-03-19' end where inspector in ('gaj1', 'gaj2')").update();
    jdbc.sql("update recusal set starts_on = date '2024-03-21' where inspector = 'gaj3'").update();

    Draw draw = steps.freeze(scene.request("dice"), "system");

    assertThat(draw.frozen().candidatesByStratum()).isEqualTo(Map.of("A", 4, "B", 6, "C", 5, "D", 5));
    assertThat(draw.frozen().exclusionsByReason()).isEqualTo(Map.of("DEREGISTERED", 1, "INSPECTED_THIS_YEAR", 1));
    assertThat(file(draw, DrawFiles.CANDIDATES))
        .contains("{\"id\":\"140826:U1\",\"stratum\":\"B\",\"unrated\":true}\n")
        .doesNotContain("140826:A1\"").doesNotContain("140826:Z1");
    assertThat(file(draw, DrawFiles.EXCLUDED)).isEqualTo("""
        {"id":"140826:A1","reason":"INSPECTED_THIS_YEAR"}
        {"id":"140826:Z1","reason":"DEREGISTERED"}
        """);
    assertThat(file(draw, DrawFiles.INSPECTORS)).contains("\"gaj1\"", "\"xfd3\"").doesNotContain("gaj4");
    assertThat(file(draw, DrawFiles.RECUSALS))
        .isEqualTo("{\"inspector\":\"gaj1\",\"object\":\"140826:A2\",\"reason\":\"KINSHIP\"}\n");
  }

  @Test
  @Clause({"一-5", "三-3"})
  @DisplayName("可检查事项不含本次事项的人员不进抽取名单，也不带他的回避")
  void onlyThoseWhoMayCheckTheMatters() {
    jdbc.sql("insert into inspection_item (department, name) values ('gaj', ?), ('gaj', '别的事项')").param(MATTER).update();
    jdbc.sql("update inspector set matters = '{别的事项}' where certificate_no = 'gaj1'").update();
    jdbc.sql("update inspector set matters = array['别的事项', ?] where certificate_no = 'gaj2'").param(MATTER).update();
    jdbc.sql("update inspector set matters = '{别的事项}' where certificate_no = 'xfd1'").update();
    recusals.file("gaj1", "140826:A2", RecusalReason.KINSHIP, RecusalOrigin.ORDERED, OFFICE);

    Draw draw = steps.freeze(scene.request("dice"), "system");

    assertThat(file(draw, DrawFiles.INSPECTORS)).contains("\"gaj2\"", "\"gaj3\"", "\"xfd1\"").doesNotContain("\"gaj1\"");
    assertThat(file(draw, DrawFiles.RECUSALS)).isEmpty();
    jdbc.sql("delete from inspection_item").update();
  }

  @Test
  @Clause({"三-1", "三-3"})
  @DisplayName("抽取结果存下的文件，可以由独立的验证逐阶段复核；缺席的部门记为 MISSING")
  void whatIsKeptCanBeVerified() {
    Draw draw = scene.drawn();

    assertThat(scene.verify(draw.id())).containsExactly(Stage.values());
    assertThat(file(draw, DrawFiles.TRANSCRIPT)).contains("\"xfd\": \"MISSING\"");
    DrawResult result = draws.result(draw.id());
    assertThat(result.selected()).hasSizeGreaterThanOrEqualTo(7);
    assertThat(result.teams().values()).allSatisfy(teams -> {
      assertThat(teams).containsOnlyKeys("gaj", "xfd");
      assertThat(teams.values()).allSatisfy(team -> assertThat(team).hasSize(2).doesNotHaveDuplicates());
    });
  }

  @Test
  @DisplayName("编号连续，每次接着上一次的冻结值；作废的保留编号、冻结值和原因")
  void numbersAreConsecutiveAndChained() {
    Draw first = steps.freeze(scene.request("dice"), "system");
    steps.abandon(first.id(), "骰子遗失", "bgsStaff1");

    Draw second = steps.freeze(scene.request("dice"), "system");

    assertThat(first.id()).endsWith("-1");
    assertThat(second.id()).endsWith("-2");
    assertThat(second.number()).isEqualTo(first.number() + 1);
    assertThat(second.frozen().prev()).isEqualTo(first.frozen().freeze());
    assertThat(draws.get(first.id()).abandoned().reason()).isEqualTo("骰子遗失");
    assertThatThrownBy(() -> steps.contribute(first.id(), "gaj", NONCE, GAJ)).isInstanceOf(DrawNotInState.class);
  }

  @Test
  @DisplayName("每个部门只能提交一次本部门的随机数，截止后不再接收")
  void contributesOnce() {
    Draw draw = steps.freeze(scene.request("dice"), "system");
    steps.contribute(draw.id(), "gaj", NONCE, GAJ);

    assertThatThrownBy(() -> steps.contribute(draw.id(), "gaj", NONCE, GAJ)).isInstanceOf(ContributionRefused.class);
    assertThatThrownBy(() -> steps.contribute(draw.id(), "xfd", NONCE, GAJ)).isInstanceOf(ContributionRefused.class);
    assertThatThrownBy(() -> steps.contribute(draw.id(), "xfd", "0", XFD)).isInstanceOf(ContributionRefused.class);
    steps.closeContributions(draw.id());
    assertThatThrownBy(() -> steps.contribute(draw.id(), "xfd", NONCE, XFD)).isInstanceOf(DrawNotInState.class);
  }

  @Test
  @Clause("三-1")
  @DisplayName("录入与见证公开随机值的，必须是两个单位的两个人")
  void valueAndWitnessAreTwoPeopleOfTwoBodies() {
    Draw draw = steps.freeze(scene.request("dice"), "system");
    assertThatThrownBy(() -> steps.enterPublicValue(draw.id(), "1", "bgs", OFFICE))
        .as("随机数截止之前").isInstanceOf(DrawNotInState.class);
    steps.closeContributions(draw.id());
    steps.enterPublicValue(draw.id(), "20237331", "bgs", OFFICE);

    Actor both = new Actor("bgsStaff1", "示例丙", Set.of("bgs", "jjjc"));
    Actor sameBody = new Actor("bgsStaff2", "示例戊", Set.of("bgs", "jjjc"));
    assertThatThrownBy(() -> steps.confirmPublicValue(draw.id(), "jjjc", both))
        .isInstanceOf(PublicValueRefused.class);
    assertThatThrownBy(() -> steps.confirmPublicValue(draw.id(), "jjjc", sameBody))
        .isInstanceOf(PublicValueRefused.class);
    assertThatThrownBy(() -> steps.confirmPublicValue(draw.id(), "jjjc", OFFICE))
        .isInstanceOf(PublicValueRefused.class);
    assertThat(draws.get(draw.id()).status()).isEqualTo(DrawStatus.VALUE_ENTERED);
  }

  @Test
  @DisplayName("见证人不同意的，原值、原话和经手人留在表中，值不再算数；不写明理由的不能退回")
  void theWitnessesWordsAreKept() {
    Draw draw = steps.freeze(scene.request("dice"), "system");
    steps.closeContributions(draw.id());
    steps.enterPublicValue(draw.id(), "20237331", "bgs", OFFICE);
    assertThatThrownBy(() -> steps.disputePublicValue(draw.id(), "jjjc", " ", DISCIPLINE))
        .isInstanceOf(PublicValueRefused.class);
    assertThat(draws.get(draw.id()).publicValue().value()).isEqualTo("20237331");

    steps.disputePublicValue(draw.id(), "jjjc", "第三位不一致", DISCIPLINE);
    steps.enterPublicValue(draw.id(), "20137331", "bgs", OFFICE);
    steps.disputePublicValue(draw.id(), "jjjc", "末位不一致", DISCIPLINE);

    assertThat(draws.get(draw.id())).extracting(Draw::status, Draw::publicValue)
        .containsExactly(DrawStatus.CLOSED, null);
    assertThat(records.disputes(draw.id()))
        .extracting(ValueDispute::value, ValueDispute::reason, ValueDispute::enteredBy, ValueDispute::disputedBy)
        .containsExactly(tuple("20237331", "第三位不一致", "bgsStaff1", "jjjcStaff1"),
            tuple("20137331", "末位不一致", "bgsStaff1", "jjjcStaff1"));
  }

  @Test
  @Clause("三-1")
  @DisplayName("冻结之后名录再变，名单和冻结值不变；抽取之前谁也看不到结果")
  void nothingIsEditedOrPreviewedAfterTheFreeze() {
    Draw draw = steps.freeze(scene.request("dice"), "system");
    Map<String, String> frozen = fileHashes(draw);

    objects.put(List.of(DrawScene.object("A9", RiskClass.A, ObjectStatus.IN_FORCE)), OFFICE);
    objects.changeStatus("140826:A1", ObjectStatus.DEREGISTERED, OFFICE);
    recusals.file("gaj1", "140826:A2", RecusalReason.KINSHIP, RecusalOrigin.ORDERED, OFFICE);
    steps.contribute(draw.id(), "gaj", NONCE, GAJ);
    assertThatThrownBy(() -> draws.result(draw.id())).isInstanceOf(DrawNotInState.class);
    steps.closeContributions(draw.id());
    assertThatThrownBy(() -> steps.draw(draw.id())).isInstanceOf(DrawNotInState.class);
    steps.enterPublicValue(draw.id(), "20237331", "bgs", OFFICE);
    assertThatThrownBy(() -> steps.draw(draw.id())).isInstanceOf(DrawNotInState.class);
    assertThat(records.drawn(draw.id())).isEmpty();
    steps.confirmPublicValue(draw.id(), "jjjc", DISCIPLINE);
    steps.draw(draw.id());

    assertThat(fileHashes(draw)).containsAllEntriesOf(frozen);
    assertThat(draws.get(draw.id()).frozen()).isEqualTo(draw.frozen());
    assertThat(scene.verify(draw.id())).containsExactly(Stage.values());
    assertThat(records.drawn(draw.id())).extracting(DrawnObject::objectNo)
        .isEqualTo(draws.result(draw.id()).selected().stream().map(DrawResult.Selected::objectNo).toList());
  }

  @Test
  @DisplayName("公开随机值的来源没有在冻结前写明的，不能冻结")
  void theSourceIsNamedBeforeTheFreeze() {
    FreezeRequest named = scene.request("dice");
    FreezeRequest unnamed = new FreezeRequest(named.jointInspectionId(), named.year(), named.title(), named.scopeId(),
        named.leadDepartment(), named.matters(), named.nature(), named.ratio(), named.strata(), named.stratified(), named.teams(), named.slack(),
        new PublicSource("dice", ""));

    assertThatThrownBy(() -> steps.freeze(unnamed, "system")).hasMessageContaining("source");
    assertThat(records.count()).isZero();
  }

  @Test
  @DisplayName("不使用公开随机值时，至少两个部门须提交随机数")
  void withoutPublicValueTwoMustContribute() {
    Draw one = steps.freeze(scene.request("none"), "system");
    steps.contribute(one.id(), "gaj", NONCE, GAJ);
    assertThat(steps.closeContributions(one.id())).isEqualTo(PublicValueNeed.IMPOSSIBLE);
    steps.abandon(one.id(), "随机数不足", "system");

    Draw two = steps.freeze(scene.request("none"), "system");
    steps.contribute(two.id(), "gaj", NONCE, GAJ);
    steps.contribute(two.id(), "xfd", NONCE, XFD);
    assertThat(steps.closeContributions(two.id())).isEqualTo(PublicValueNeed.NONE);
    steps.draw(two.id());
    assertThat(scene.verify(two.id())).containsExactly(Stage.values());
  }

  @Test
  @DisplayName("回避和补抽只动所涉的人和户，记录可以复核；同一次抽取不能再抽")
  void eventsMoveOnlyWhatTheyMust() {
    Draw draw = scene.drawn();
    Map<String, Map<String, List<String>>> before = draws.result(draw.id()).teams();
    String object = draws.result(draw.id()).selected().get(0).objectNo();
    String leaving = before.get(object).get("gaj").get(0);

    RecusalOutcome recusal =
        events.recordRecusal(draw.id(), object, leaving, "DECLARED", NONCE, "gajReviewer1");

    Map<String, Map<String, List<String>>> after = draws.result(draw.id()).teams();
    assertThat(after.get(object).get("gaj")).doesNotContain(leaving).contains(recusal.replacement());
    assertThat(after.get(object).get("xfd")).isEqualTo(before.get(object).get("xfd"));
    before.keySet().stream().filter(other -> !other.equals(object))
        .forEach(other -> assertThat(after.get(other)).isEqualTo(before.get(other)));

    SubstituteOutcome substitute =
        events.recordSubstitute(draw.id(), object, "DEREGISTERED", null, "gajReviewer1", "bgsStaff1");
    assertThat(draws.result(draw.id()).teams()).doesNotContainKey(object)
        .containsEntry(substitute.replacementObjectNo(), substitute.team());
    assertThat(scene.verify(draw.id())).containsExactly(Stage.values());
    assertThat(draws.get(draw.id()).result().transcriptSha256()).as("首次抽取的记录不变")
        .isEqualTo(draw.result().transcriptSha256());
    assertThatThrownBy(() -> steps.draw(draw.id())).isInstanceOf(DrawNotInState.class);
    assertThatThrownBy(
        () -> events.recordSubstitute(draw.id(), object, "DEREGISTERED", null, "gajReviewer1", "gajReviewer1"))
        .isInstanceOf(EventRefused.class);
  }

  @Test
  @DisplayName("同层无户可补时，补抽照样登记：该户不再检查，无人补入，记录可以复核")
  void nobodyIsLeftToComeIn() {
    Draw draw = scene.drawn();
    String leaving = draws.result(draw.id()).selected().get(0).objectNo();
    SubstituteOutcome last = substitute(draw, leaving);
    while (last.replacementObjectNo() != null) {
      leaving = last.replacementObjectNo();
      last = substitute(draw, leaving);
    }

    assertThat(last.team()).isEmpty();
    assertThat(draws.result(draw.id()).teams()).doesNotContainKey(leaving);
    DrawEvent event = records.events(draw.id()).get(last.eventSeq() - 1);
    assertThat(event.objectNo()).isEqualTo(leaving);
    assertThat(event.replacement()).isNull();
    assertThat(scene.verify(draw.id())).containsExactly(Stage.values());
  }

  private SubstituteOutcome substitute(Draw draw, String object) {
    return events.recordSubstitute(draw.id(), object, "DEREGISTERED", null, "gajReviewer1", "bgsStaff1");
  }
}

package cn.jointinspection.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import cn.jointinspection.Clause;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.RegistryHistory;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.registry.intake.IntakeRefused.AlreadyListed;
import cn.jointinspection.registry.intake.IntakeRefused.FieldsUnfit;
import cn.jointinspection.registry.intake.IntakeRefused.NothingToChange;
import cn.jointinspection.registry.intake.IntakeRefused.NotYourList;
import cn.jointinspection.registry.intake.IntakeRefused.ReasonMissing;
import cn.jointinspection.registry.intake.IntakeRefused.UnknownEntry;
import cn.jointinspection.registry.intake.RegistryChange.Counts;
import cn.jointinspection.registry.intake.RegistryChanges.Proposal;
import cn.jointinspection.registry.intake.RegistryEdits.Edit;
import cn.jointinspection.registry.intake.RegistryEdits.Field;
import cn.jointinspection.registry.intake.RegistryEdits.Form;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.jdbc.Sql;

@DisplayName("页面上的编辑也是一次名录变更：同样核对、另一人批准、留痕（一）")
@DatabaseTest
@Import(RegistryEditsTest.Beans.class)
@TestPropertySource(properties = "joint-inspection.division.code=140826")
@Sql(statements = "truncate inspection_item, inspection_object, inspector, scope, registry_change, registry_change_row,"
    + " registry_history cascade")
class RegistryEditsTest {

  private static final Actor CLERK = new Actor("gajStaff1", "示例经办", Set.of("gaj"));
  private static final Actor REVIEWER = new Actor("gajReviewer1", "示例审核", Set.of("gajReview"));
  private static final List<String> OWN = List.of("gaj");
  private static final String OBJECTS = "检查对象名称,统一社会信用代码,注册号,类别,地址,信用风险等级,状态,抽查对象范围\n";
  private static final String HOTEL = "140826:A1";

  @ComponentScan(basePackageClasses = Departments.class)
  static class Beans {}

  @Autowired RegistryEdits edits;
  @Autowired RegistryChanges changes;
  @Autowired InspectionObjects objects;
  @Autowired Inspectors inspectors;
  @Autowired RegistryHistory history;
  @Autowired JdbcClient jdbc;

  private void approve(long id) {
    changes.decide(id, true, null, REVIEWER);
  }

  private long imported(ChangeKind kind, String csv) throws IOException {
    long id = changes.propose(new Proposal(kind, "gaj", "名录.csv", "示例理由", false),
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), OWN, CLERK);
    assertThat(changes.read(id)).as(() -> changes.get(id).refusal() + changes.problems(id, 1, 9).items()).isTrue();
    return id;
  }

  private void inForce(ChangeKind kind, String csv) throws IOException {
    long id = imported(kind, csv);
    approve(id);
    assertThat(changes.putInForce(id)).isTrue();
  }

  private void aHotel() throws IOException {
    inForce(ChangeKind.OBJECTS, OBJECTS + "示例一,,A1,旅馆,示例路1号,高风险,存续,旅馆；学校\n");
  }

  private static Map<String, String> values(Form form) {
    return form.fields().stream().collect(Collectors.toMap(Field::head, Field::value));
  }

  /** As the form of the entry sends it, with these fields typed anew. */
  private Edit edit(ChangeKind kind, String key, Map<String, String> typed) {
    Form form = edits.form(kind, key, Map.of());
    Map<String, String> fields = new HashMap<>(values(form));
    fields.putAll(typed);
    return new Edit(kind, "gaj", "示例理由", key, form.seen(), fields);
  }

  private long proposed(String key, Map<String, String> typed) {
    return edits.propose(edit(ChangeKind.OBJECTS, key, typed), OWN, CLERK);
  }

  @Test
  @Clause("一-6")
  @DisplayName("改一户的地址：批准前不变，批准后生效，别的栏和风险等级不动，所填内容留作原件")
  void anEditOfOneObject() throws IOException {
    aHotel();
    Form form = edits.form(ChangeKind.OBJECTS, HOTEL, Map.of());
    assertThat(values(form)).containsEntry("检查对象名称", "示例一").containsEntry("信用风险等级", "高风险")
        .containsEntry("状态", "正常").containsEntry("抽查对象范围", "学校\n旅馆").containsEntry("统一社会信用代码", "");
    assertThat(form.fields()).filteredOn(f -> f.head().equals("状态")).singleElement()
        .satisfies(f -> assertThat(f.choices()).contains("正常", "停业"));

    long id = proposed(HOTEL, Map.of("地址", "＝示例路2号", "联系方式", "示例电话"));

    RegistryChange waiting = changes.get(id);
    assertThat(waiting.status()).isEqualTo(ChangeStatus.WAITING);
    assertThat(waiting.onPage()).isTrue();
    assertThat(waiting.counts()).isEqualTo(new Counts(1, 0, 0, 1, 0, 0));
    assertThat(changes.read(id)).as("read already").isTrue();
    assertThat(edits.form(ChangeKind.OBJECTS, HOTEL, Map.of()).open()).extracting(RegistryChange::id).containsExactly(id);
    assertThat(changes.samples(waiting, Effect.CHANGED, 5)).singleElement().satisfies(sample -> assertThat(sample.fields())
        .containsExactly(new Sample.Field("地址", "示例路1号", "＝示例路2号"), new Sample.Field("联系方式", null, "示例电话")));
    var bytes = new java.io.ByteArrayOutputStream();
    changes.file(id, bytes);
    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("检查对象名称,统一社会信用代码", "示例路2号,高风险");
    assertThat(objects.find(HOTEL).orElseThrow().address()).isEqualTo("示例路1号");

    assertThatThrownBy(() -> changes.decide(id, true, null, CLERK)).hasMessageContaining("须由本部门另一人审核");
    approve(id);
    assertThat(changes.putInForce(id)).isTrue();

    var hotel = objects.find(HOTEL).orElseThrow();
    assertThat(hotel.address()).isEqualTo("＝示例路2号");
    assertThat(hotel.riskClass()).isEqualTo(RiskClass.D);
    assertThat(objects.scopesOf(HOTEL)).containsExactly("学校", "旅馆");
    assertThat(edits.open(ChangeKind.OBJECTS, HOTEL)).isEmpty();
    assertThat(history.ofObject(HOTEL)).last()
        .satisfies(change -> assertThat(change.after()).contains("\"change_id\": " + id));
  }

  @Test
  @DisplayName("补登统一社会信用代码：对象编号不变，不会另成一户")
  void aCodeIsAddedAndTheNumberStays() throws IOException {
    aHotel();
    long id = proposed(HOTEL, Map.of("统一社会信用代码", "91350100M000100Y43"));
    approve(id);
    changes.putInForce(id);

    assertThat(objects.find(HOTEL).orElseThrow().creditCode()).isEqualTo("91350100M000100Y43");
    assertThat(jdbc.sql("select count(*) from inspection_object").query(Integer.class).single()).isOne();
  }

  @Test
  @DisplayName("填错的一律拒绝，错处按栏目列出，什么也没有留下")
  void refusedBesideTheFields() throws IOException {
    aHotel();
    assertThatThrownBy(() -> proposed(HOTEL, Map.of("检查对象名称", " ", "状态", "营业中", "抽查对象范围", "")))
        .asInstanceOf(type(FieldsUnfit.class)).satisfies(refused -> {
          Map<?, ?> fields = (Map<?, ?>) refused.particulars().get("fields");
          assertThat(fields.keySet().stream().map(String::valueOf)).containsExactlyInAnyOrder("检查对象名称", "状态", "抽查对象范围");
          assertThat(fields.get("检查对象名称")).isEqualTo("应为不超过 200 字的文字。");
        });
    assertThatThrownBy(() -> proposed(HOTEL, Map.of())).isInstanceOf(NothingToChange.class);
    Edit edit = edit(ChangeKind.OBJECTS, HOTEL, Map.of("地址", "示例路2号"));
    assertThatThrownBy(() -> edits.propose(edit, List.of("xfd"), CLERK)).isInstanceOf(NotYourList.class);
    assertThatThrownBy(() -> edits.propose(new Edit(edit.kind(), "gaj", " ", HOTEL, edit.seen(), edit.fields()), OWN, CLERK))
        .isInstanceOf(ReasonMissing.class);
    assertThatThrownBy(() -> edits.form(ChangeKind.OBJECTS, "140826:A9", Map.of())).isInstanceOf(UnknownEntry.class);
    assertThatThrownBy(() -> edits.form(ChangeKind.RECUSALS, "x", Map.of())).isInstanceOf(UnknownEntry.class);
    assertThat(jdbc.sql("select (select count(*) from registry_change where on_page) + (select count(*) from registry_change_row)")
        .query(Integer.class).single()).isZero();
  }

  @Test
  @DisplayName("新增一户：按同样的规则取编号；已经在名录里的，请去它的页面变更")
  void aNewObject() throws IOException {
    aHotel();
    Form empty = edits.form(ChangeKind.OBJECTS, null, Map.of());
    assertThat(empty.fields()).allSatisfy(field -> assertThat(field.value()).isEmpty());
    Map<String, String> typed = Map.of("检查对象名称", "示例二", "注册号", "A2", "类别", "旅馆", "状态", "正常", "抽查对象范围", "旅馆");
    long id = edits.propose(new Edit(ChangeKind.OBJECTS, "gaj", "示例理由", null, "", typed), OWN, CLERK);
    assertThat(changes.get(id).counts().added()).isOne();
    approve(id);
    changes.putInForce(id);
    assertThat(objects.find("140826:A2").orElseThrow().name()).isEqualTo("示例二");

    Map<String, String> again = new HashMap<>(typed);
    again.put("检查对象名称", "示例三");
    assertThatThrownBy(() -> edits.propose(new Edit(ChangeKind.OBJECTS, "gaj", "示例理由", null, "", again), OWN, CLERK))
        .isInstanceOf(AlreadyListed.class).hasMessageContaining("140826:A2");
  }

  @Test
  @DisplayName("检查人员：用同一张表单，执法证号不能改，本部门以外的拒绝")
  void inspectors() throws IOException {
    inForce(ChangeKind.INSPECTORS, "姓名,执法证号,部门,证件有效期,资质与专长\n示例一,14082600001,公安局,2026-12-31,治安\n");
    assertThat(edits.form(ChangeKind.INSPECTORS, "14082600001", Map.of()).fields()).filteredOn(Field::fixed)
        .extracting(Field::head).containsExactly("执法证号");

    long id = edits.propose(edit(ChangeKind.INSPECTORS, "14082600001",
        Map.of("证件有效期", "2028年1月31日", "执法证号", "14082600009")), OWN, CLERK);
    approve(id);
    changes.putInForce(id);
    assertThat(inspectors.find("14082600001").orElseThrow().certificateExpiresOn()).hasToString("2028-01-31");
    assertThat(inspectors.find("14082600009")).isEmpty();
    assertThatThrownBy(() -> edits.propose(edit(ChangeKind.INSPECTORS, "14082600001", Map.of("部门", "教育局")), OWN, CLERK))
        .isInstanceOf(FieldsUnfit.class).hasMessageContaining("由该部门导入");
  }

  @Test
  @DisplayName("表单打开以后别人的变更先生效：提交被拒绝，不会把别人改的盖掉")
  void typedOverAnOldForm() throws IOException {
    aHotel();
    Edit old = edit(ChangeKind.OBJECTS, HOTEL, Map.of("地址", "示例路2号"));
    inForce(ChangeKind.OBJECTS, OBJECTS + "示例一改,,A1,旅馆,示例路1号,高风险,存续,旅馆；学校\n");

    assertThatThrownBy(() -> edits.propose(old, OWN, CLERK)).isInstanceOf(ChangedMeanwhile.class);
    assertThat(objects.find(HOTEL).orElseThrow().name()).isEqualTo("示例一改");
  }

  @Test
  @Clause("一-6")
  @DisplayName("同一户两次编辑都在审批：先批的生效，后批的不生效，按现状重新审批，看得见会改回什么")
  void twoEditsInFlight() throws IOException {
    aHotel();
    long first = proposed(HOTEL, Map.of("检查对象名称", "示例一改"));
    long second = proposed(HOTEL, Map.of("地址", "示例路2号"));
    approve(first);
    approve(second);
    assertThat(changes.putInForce(first)).isTrue();

    assertThat(changes.putInForce(second)).as("one row is changed, as was approved, but another one").isFalse();

    RegistryChange again = changes.get(second);
    assertThat(again.status()).isEqualTo(ChangeStatus.WAITING);
    assertThat(again.decision()).isNull();
    assertThat(again.overtakenAt()).isNotNull();
    assertThat(objects.find(HOTEL).orElseThrow().name()).isEqualTo("示例一改");
    assertThat(changes.samples(again, Effect.CHANGED, 5)).singleElement().satisfies(sample -> assertThat(sample.fields())
        .contains(new Sample.Field("名称", "示例一改", "示例一")));
    approve(second);
    assertThat(changes.putInForce(second)).isTrue();
  }

  @Test
  @DisplayName("编辑批准后被一次导入抢先、导入批准后被一次编辑抢先：都不生效，都重新审批")
  void racedByAnImport() throws IOException {
    aHotel();
    long edit = proposed(HOTEL, Map.of("地址", "示例路2号"));
    approve(edit);
    inForce(ChangeKind.OBJECTS, OBJECTS + "示例一改,,A1,旅馆,示例路1号,高风险,存续,旅馆；学校\n");
    assertThat(changes.putInForce(edit)).isFalse();

    long file = imported(ChangeKind.OBJECTS, OBJECTS + "示例一改,,A1,旅馆,示例路1号,低风险,存续,旅馆；学校\n");
    approve(file);
    approve(edit);
    assertThat(changes.putInForce(edit)).isTrue();
    assertThat(changes.putInForce(file)).isFalse();
    assertThat(objects.find(HOTEL).orElseThrow().address()).isEqualTo("示例路2号");
  }

  @Test
  @DisplayName("别的户的变动不惊动审批：批准的照样生效")
  void othersDoNotDisturb() throws IOException {
    aHotel();
    long edit = proposed(HOTEL, Map.of("地址", "示例路2号"));
    approve(edit);
    inForce(ChangeKind.OBJECTS, OBJECTS + "示例二,,A2,旅馆,示例路1号,高风险,存续,旅馆\n");
    assertThat(changes.putInForce(edit)).isTrue();
  }

  @Test
  @DisplayName("表单上每一栏都填着现状：原样提交就是没有变更")
  void everyColumnIsFilledIn() throws IOException {
    aHotel();
    inForce(ChangeKind.INSPECTORS, "姓名,执法证号,部门,证件有效期,资质与专长\n示例一,14082600001,公安局,2026-12-31,治安、消防\n");
    for (var entry : Map.of(ChangeKind.OBJECTS, HOTEL, ChangeKind.INSPECTORS, "14082600001").entrySet()) {
      assertThatThrownBy(() -> edits.propose(edit(entry.getKey(), entry.getValue(), Map.of()), OWN, CLERK))
          .as(entry.getKey().name()).isInstanceOf(NothingToChange.class);
    }
  }
}

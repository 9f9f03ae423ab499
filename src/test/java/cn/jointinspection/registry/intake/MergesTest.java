package cn.jointinspection.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.Duplicates;
import cn.jointinspection.registry.Duplicates.Pair;
import cn.jointinspection.registry.Duplicates.Why;
import cn.jointinspection.registry.InspectionObject;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.Licence;
import cn.jointinspection.registry.Licences;
import cn.jointinspection.registry.MatterCoverage;
import cn.jointinspection.registry.ObjectQuery;
import cn.jointinspection.registry.ObjectSearch;
import cn.jointinspection.registry.ObjectStatus;
import cn.jointinspection.registry.RecusalOrigin;
import cn.jointinspection.registry.RecusalReason;
import cn.jointinspection.registry.Recusals;
import cn.jointinspection.registry.RegistryHistory;
import cn.jointinspection.registry.RegistryRefused.NoDuplicate;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.registry.ScopeObject;
import cn.jointinspection.registry.Scopes;
import cn.jointinspection.registry.intake.IntakeRefused.FieldsUnfit;
import cn.jointinspection.registry.intake.RegistryChange.Counts;
import cn.jointinspection.registry.intake.RegistryChanges.Proposal;
import cn.jointinspection.registry.intake.RegistryEdits.Edit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.jdbc.Sql;

@DisplayName("重复的检查对象：查得出，合并须另一人批准，原编号一直能查到保留的一户（一）")
@DatabaseTest
@Import(MergesTest.Beans.class)
@TestPropertySource(properties = "joint-inspection.division.code=140826")
@Sql(statements = "truncate inspection_item, inspection_object, inspector, scope, registry_change, registry_change_row,"
    + " registry_history cascade")
class MergesTest {

  private static final LocalDate TODAY = LocalDate.of(2024, 3, 20);
  private static final Actor CLERK = new Actor("gajStaff1", "示例经办", Set.of("gaj"));
  private static final Actor REVIEWER = new Actor("gajReviewer1", "示例审核", Set.of("gajReview"));
  private static final List<String> OWN = List.of("gaj");
  private static final String OBJECTS = "检查对象名称,统一社会信用代码,注册号,类别,地址,信用风险等级,状态,抽查对象范围\n";
  private static final String CODE = "91350100M000100Y43";
  private static final String OLD = "140826:A1";

  @ComponentScan(basePackageClasses = Departments.class)
  static class Beans {}

  @Autowired RegistryEdits edits;
  @Autowired RegistryChanges changes;
  @Autowired InspectionObjects objects;
  @Autowired Duplicates duplicates;
  @Autowired Licences licences;
  @Autowired Recusals recusals;
  @Autowired MatterCoverage coverage;
  @Autowired ObjectSearch search;
  @Autowired Scopes scopes;
  @Autowired RegistryHistory history;
  @Autowired JdbcClient jdbc;

  private long read(ChangeKind kind, boolean goodRowsOnly, String csv) throws IOException {
    long id = changes.propose(new Proposal(kind, "gaj", "名录.csv", "示例理由", goodRowsOnly),
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), OWN, CLERK);
    changes.read(id);
    return id;
  }

  private boolean put(long id) {
    assertThat(changes.get(id).status()).as(() -> changes.get(id).refusal() + changes.problems(id, 1, 9).items())
        .isEqualTo(ChangeStatus.WAITING);
    changes.decide(id, true, null, REVIEWER);
    return changes.putInForce(id);
  }

  private Counts inForce(ChangeKind kind, String csv) throws IOException {
    long id = read(kind, false, csv);
    assertThat(put(id)).isTrue();
    return changes.get(id).counts();
  }

  private long merge(String merged, String kept) {
    List<String> heads = edits.heads(ChangeKind.MERGES);
    return edits.propose(new Edit(ChangeKind.MERGES, "gaj", "示例：同一户", null, "",
        Map.of(heads.get(0), merged, heads.get(1), kept)), OWN, CLERK);
  }

  private void merged(String merged, String kept) {
    assertThat(put(merge(merged, kept))).isTrue();
  }

  /** The same hotel by its old number and by its code, each with something of its own. */
  private void aHotelTwice() throws IOException {
    inForce(ChangeKind.OBJECTS, OBJECTS + "示例宾馆,,A1,旅馆,示例路1号,高风险,存续,旅馆；餐饮\n"
        + "示例宾馆," + CODE + ",A1,旅馆,示例路 １ 号,,存续,旅馆；公共场所\n");
  }

  private List<ScopeObject> inScope(String scope) {
    List<ScopeObject> found = new ArrayList<>();
    objects.streamScope(scopes.idOf(scope), "gaj", found::add);
    return found;
  }

  @Test
  @DisplayName("信用代码相同、注册号相同、名称和地址相同的查得出，全角半角和空格不作区分；出了名录的同名不算")
  void found() throws IOException {
    aHotelTwice();
    inForce(ChangeKind.OBJECTS, OBJECTS + "示例店,,B1,商店,示例路2号,,存续,商店\n示例店,,B2,商店,示例路2号,,注销,商店\n"
        + "示例园,,C1,学校,,,存续,学校\n示例园,,C2,学校,,,存续,学校\n示例厂,,D1,企业,示例路3号,,存续,企业\n示例厂二,,D2,企业,示例路4号,,存续,企业\n");
    jdbc.sql("update inspection_object set credit_code = '91140826EX0000001X' where object_no in ('140826:D1', '140826:D2')").update();

    assertThat(duplicates.find(1, 10).page().items()).extracting(p -> p.first().objectNo() + " " + p.second().objectNo() + " " + p.why())
        .containsExactly("140826:D1 140826:D2 [CODE]", OLD + " " + CODE + " [NAME_AND_ADDRESS, NUMBER]");
    assertThat(duplicates.find(2, 1).page().items()).extracting(Pair::why).containsExactly(List.of(Why.NAME_AND_ADDRESS, Why.NUMBER));
  }

  @Test
  @DisplayName("认定不是重复的不再列出，何人何时为何留有记录；没有理由、同一户、没有的编号都拒绝")
  void notDuplicates() throws IOException {
    aHotelTwice();
    assertThatThrownBy(() -> duplicates.markDistinct(CODE, OLD, " ", CLERK)).isInstanceOf(NoDuplicate.class);
    assertThatThrownBy(() -> duplicates.markDistinct(OLD, OLD, "示例", CLERK)).isInstanceOf(NoDuplicate.class);
    assertThatThrownBy(() -> duplicates.markDistinct(OLD, "140826:X", "示例", CLERK)).isInstanceOf(NoDuplicate.class);
    duplicates.markDistinct(CODE, OLD, "两家分店", CLERK);
    duplicates.markDistinct(OLD, CODE, "再说一遍", REVIEWER);

    assertThat(duplicates.find(1, 10).page().total()).isZero();
    assertThat(duplicates.distinct(1, 10).items()).singleElement().satisfies(one -> {
      assertThat(one.reason()).isEqualTo("两家分店");
      assertThat(one.markedByName()).isEqualTo("示例经办");
    });
  }

  @Test
  @Clause("一-6")
  @DisplayName("合并经另一人批准后生效：范围、许可证、回避、本年抽查归保留的一户，原编号退出并指向它，两边的记录都在")
  void mergedWithAllThatBelongsToIt() throws IOException {
    aHotelTwice();
    inForce(ChangeKind.INSPECTORS, "姓名,执法证号,部门,证件有效期,资质与专长\n示例一,14082600001,公安局,2026-12-31,\n示例二,14082600002,公安局,2026-12-31,\n");
    recusals.file("14082600001", OLD, RecusalReason.DECLARED, RecusalOrigin.DECLARED, CLERK);
    recusals.file("14082600002", OLD, RecusalReason.DECLARED, RecusalOrigin.DECLARED, CLERK);
    recusals.file("14082600002", CODE, RecusalReason.DECLARED, RecusalOrigin.DECLARED, CLERK);
    jdbc.sql("update recusal set starts_on = '2024-01-01', ends_on = '2024-02-01' where object_no = ?").param(CODE).update();
    inForce(ChangeKind.LICENCES, "信用代码,许可证名称,许可证编号,发证机关,有效期至\nA1,食品经营许可证,S1,,2026-01-31\n");
    coverage.cover("140826-2024-001", 2024, List.of("gaj:治安"), List.of(OLD));

    long id = merge(OLD, CODE);
    assertThat(changes.get(id).counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0));
    assertThat(changes.samples(changes.get(id), Effect.REMOVED, 1)).singleElement()
        .satisfies(sample -> assertThat(sample.title()).isEqualTo("示例宾馆（140826:A1）并入示例宾馆"));
    assertThat(objects.find(OLD).orElseThrow().objectNo()).as("not before it is approved").isEqualTo(OLD);
    assertThatThrownBy(() -> changes.decide(id, true, null, CLERK)).hasMessageContaining("另一人");
    assertThat(put(id)).isTrue();

    InspectionObject kept = objects.find(OLD).orElseThrow();
    assertThat(kept.objectNo()).isEqualTo(CODE);
    assertThat(kept.riskClass()).as("where it had none").isEqualTo(RiskClass.D);
    assertThat(objects.scopesOf(OLD)).containsExactly("公共场所", "旅馆", "餐饮");
    assertThat(objects.numbersOf(OLD)).containsExactly(CODE, OLD);
    assertThat(objects.names(List.of(OLD, CODE))).containsOnlyKeys(OLD, CODE);
    assertThat(objects.byNumber(List.of(OLD)).get(OLD).id()).isEqualTo(kept.id());
    assertThat(licences.of(CODE)).extracting(Licence::number).containsExactly("S1");
    assertThat(recusals.inspectorsOf(CODE, TODAY)).containsExactlyInAnyOrder("14082600001", "14082600002");
    assertThat(recusals.inspectorsOf(CODE, TODAY.plusYears(1))).as("the longer one counts").contains("14082600002");
    assertThat(coverage.coveredObjects(scopes.idOf("旅馆"), List.of("gaj:治安"), 2024)).containsExactly(kept.id());
    assertThat(duplicates.find(1, 10).page().total()).isZero();
    assertThat(history.ofObject(OLD)).last().satisfies(c -> assertThat(c.after())
        .contains("\"status\": \"MERGED\"", "\"merged_into\": \"" + CODE + "\"", "\"change_id\": " + id));
    assertThat(history.ofObject(CODE)).last().satisfies(c -> assertThat(c.after()).contains("\"change_id\": " + id));
    assertThat(history.ofObjectAndItsOwn(CODE)).extracting(RegistryHistory.Change::table)
        .contains("object_scope", "object_licence");
    assertThat(jdbc.sql("select string_agg(operation, ',' order by id) from registry_history where table_name = 'recusal'"
        + " and row_key like '14082600001%'").query(String.class).single()).isEqualTo("INSERT,DELETE,INSERT");
  }

  @Test
  @DisplayName("合并掉的不会被抽到；已经抽出的照常办理：状态、覆盖和回避都记到保留的一户")
  void drawsAndOpenInspections() throws IOException {
    aHotelTwice();
    merged(OLD, CODE);
    for (String scope : List.of("旅馆", "餐饮", "公共场所")) {
      assertThat(inScope(scope)).extracting(ScopeObject::objectNo).containsExactly(CODE);
    }
    assertThat(objects.countByClass(scopes.idOf("旅馆"), "gaj").byClass()).containsEntry(RiskClass.D, 1);

    coverage.cover("140826-2024-001", 2024, List.of("gaj:治安"), List.of(OLD, CODE));
    assertThat(coverage.coveredObjects(scopes.idOf("旅馆"), List.of("gaj:治安"), 2024)).hasSize(1);
    coverage.release(OLD, "140826-2024-001");
    assertThat(coverage.coveredObjects(scopes.idOf("旅馆"), List.of("gaj:治安"), 2024)).isEmpty();
    objects.changeStatus(OLD, ObjectStatus.SUSPENDED, CLERK);
    assertThat(objects.find(CODE).orElseThrow().status()).isEqualTo(ObjectStatus.SUSPENDED);
  }

  @Test
  @DisplayName("以后的导入写着原编号：更新保留的一户，不会再造一户；两个编号都写着的，只用保留的那一行，并写明")
  void laterImports() throws IOException {
    aHotelTwice();
    merged(OLD, CODE);
    long alone = read(ChangeKind.OBJECTS, false, OBJECTS + "示例宾馆新名,,A1,旅馆,示例路9号,,存续,旅馆\n");
    assertThat(changes.get(alone).counts()).isEqualTo(new Counts(1, 0, 0, 1, 0, 0));
    assertThat(changes.problems(alone, 1, 9).items()).singleElement().asString().contains("原编号已并入", "这一行按该户采用");
    assertThat(put(alone)).isTrue();
    InspectionObject kept = objects.find(CODE).orElseThrow();
    assertThat(kept.name()).isEqualTo("示例宾馆新名");
    assertThat(kept.creditCode()).as("the file does not know it").isEqualTo(CODE);

    long both = read(ChangeKind.OBJECTS, false,
        OBJECTS + "示例旧名,,A1,旅馆,示例路8号,,存续,旅馆\n示例宾馆," + CODE + ",A1,旅馆,示例路9号,,存续,旅馆\n");
    assertThat(changes.get(both).counts()).isEqualTo(new Counts(2, 0, 0, 1, 0, 0));
    assertThat(changes.problems(both, 1, 9).items()).singleElement().asString().contains("第 2 行", "不再采用");
    assertThat(put(both)).isTrue();
    assertThat(objects.find(OLD).orElseThrow().name()).isEqualTo("示例宾馆");

    inForce(ChangeKind.RISK_CLASSES, "信用代码,风险等级\nA1,低风险\n");
    assertThat(objects.find(CODE).orElseThrow().riskClass()).isEqualTo(RiskClass.A);
    inForce(ChangeKind.LICENCES, "信用代码,许可证名称,许可证编号,发证机关,有效期至\nA1,食品经营许可证,S2,,长期\n");
    assertThat(licences.of(CODE)).extracting(Licence::number).containsExactly("S2");
    inForce(ChangeKind.INSPECTORS, "姓名,执法证号,部门,证件有效期,资质与专长\n示例一,14082600001,公安局,2026-12-31,\n");
    inForce(ChangeKind.RECUSALS, "执法证号,信用代码,回避事由\n14082600001,A1,亲属关系\n");
    assertThat(recusals.inspectorsOf(CODE, TODAY)).containsExactly("14082600001");
    assertThat(jdbc.sql("select count(*) from inspection_object").query(Integer.class).single()).isEqualTo(2);
  }

  @Test
  @DisplayName("导入批准以后、生效以前被合并抢先：按保留的一户重新审批，合并掉的不会复活")
  void aMergeOvertakesAnImport() throws IOException {
    aHotelTwice();
    long file = read(ChangeKind.OBJECTS, false, OBJECTS + "示例宾馆新名,,A1,旅馆,示例路9号,,存续,旅馆\n");
    changes.decide(file, true, null, REVIEWER);
    merged(OLD, CODE);
    assertThat(changes.putInForce(file)).isFalse();
    assertThat(put(file)).isTrue();
    assertThat(objects.find(CODE).orElseThrow().name()).isEqualTo("示例宾馆新名");
    assertThat(jdbc.sql("select status from inspection_object where object_no = ?").param(OLD).query(String.class).single())
        .isEqualTo("MERGED");
  }

  @Test
  @DisplayName("甲并入乙、乙再并入丙：甲和乙都查到丙，一步就到；两次合并同时在批，后一次跟着走")
  void chains() throws IOException {
    aHotelTwice();
    inForce(ChangeKind.OBJECTS, OBJECTS + "示例宾馆三,,A3,旅馆,,,存续,旅馆\n");
    long first = merge(OLD, CODE);
    long second = merge(CODE, "140826:A3");
    changes.decide(first, true, null, REVIEWER);
    assertThat(put(second)).isTrue();
    assertThat(changes.putInForce(first)).as("kept is another one now").isFalse();
    assertThat(put(first)).isTrue();

    assertThat(objects.find(OLD).orElseThrow().objectNo()).isEqualTo("140826:A3");
    assertThat(objects.find(CODE).orElseThrow().objectNo()).isEqualTo("140826:A3");
    inForce(ChangeKind.OBJECTS, OBJECTS + "示例宾馆四,,A4,旅馆,,,存续,旅馆\n");
    merged("140826:A3", "140826:A4");
    assertThat(objects.numbersOf(OLD)).containsExactly("140826:A4", "140826:A1", "140826:A3", CODE);
    assertThat(jdbc.sql("select count(*) from inspection_object m join inspection_object k on k.object_no = m.merged_into"
        + " where k.merged_into is not null").query(Integer.class).single()).isZero();
  }

  @Test
  @DisplayName("不能并入自己、并入没有的编号，已经合并的不再合并，一份文件里不能连环")
  void refused() throws IOException {
    aHotelTwice();
    assertThatThrownBy(() -> merge(OLD, OLD)).isInstanceOf(FieldsUnfit.class).hasMessageContaining("不能并入自己");
    assertThatThrownBy(() -> merge("A9", CODE)).isInstanceOf(FieldsUnfit.class).hasMessageContaining("检查对象名录中已有的对象");
    merged(OLD, CODE);
    assertThatThrownBy(() -> merge(OLD, CODE)).isInstanceOf(FieldsUnfit.class).hasMessageContaining("已并入");
    inForce(ChangeKind.OBJECTS, OBJECTS + "示例三,,A3,旅馆,,,存续,旅馆\n示例四,,A4,旅馆,,,存续,旅馆\n");
    long chain = read(ChangeKind.MERGES, false, "并入后不再使用的编号,保留的编号\nA3,A4\nA4," + CODE + "\n");
    assertThat(changes.get(chain).status()).isEqualTo(ChangeStatus.REFUSED);
    assertThatThrownBy(() -> edits.form(ChangeKind.OBJECTS, OLD, Map.of())).isInstanceOf(IntakeRefused.UnknownEntry.class);
  }

  @Test
  @DisplayName("查找：列表里只有保留的一户，输入原编号也找到它；合并掉的可以按状态查")
  void searched() throws IOException {
    aHotelTwice();
    inForce(ChangeKind.OBJECTS, OBJECTS + "示例旧馆,,OLD-77,旅馆,,,存续,旅馆\n");
    merged("140826:OLD-77", CODE);
    merged(OLD, CODE);
    for (String asked : new String[] {"示例宾馆", "OLD-7", CODE, "", "A1"}) {
      assertThat(search.find(new ObjectQuery(asked, null, null, null, null), 1, 10).page().items()).as(asked)
          .extracting(InspectionObject::objectNo).containsExactly(CODE);
      assertThat(search.walk(new ObjectQuery(asked, null, null, null, null), 0, 10)).as(asked).hasSize(1);
    }
    assertThat(search.find(new ObjectQuery(null, null, null, ObjectStatus.MERGED, null), 1, 10).page().total()).isEqualTo(2);
  }
}

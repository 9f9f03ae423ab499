package cn.jointinspection.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Clause;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.platform.sheet.SheetFile;
import cn.jointinspection.platform.sheet.TableRow;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.FileProblem;
import cn.jointinspection.registry.InspectionItems;
import cn.jointinspection.registry.InspectionObject;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.Licence;
import cn.jointinspection.registry.Licences;
import cn.jointinspection.registry.ObjectQuery;
import cn.jointinspection.registry.ObjectSearch;
import cn.jointinspection.registry.ObjectStatus;
import cn.jointinspection.registry.Recusals;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.registry.intake.RegistryChange.Counts;
import cn.jointinspection.registry.intake.RegistryChanges.Proposal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.jdbc.Sql;

@DisplayName("名录变更的文件：读取、比对、生效（一）")
@DatabaseTest
@Import(RegistryChangesTest.Beans.class)
@TestPropertySource(properties = "joint-inspection.division.code=140826")
@Sql(statements = "truncate inspection_item, inspection_object, inspector, scope, registry_change, registry_change_row,"
    + " registry_history cascade")
class RegistryChangesTest {

  private static final Actor CLERK = new Actor("gajStaff1", "示例经办", Set.of("gaj"));
  private static final Actor REVIEWER = new Actor("gajReviewer1", "示例审核", Set.of("gajReview"));
  private static final LocalDate TODAY = LocalDate.of(2024, 3, 20);
  private static final String OBJECTS = "检查对象名称,统一社会信用代码,注册号,类别,地址,信用风险等级,状态,抽查对象范围\n";

  @ComponentScan(basePackageClasses = Departments.class)
  static class Beans {}

  @Autowired RegistryChanges changes;
  @Autowired InspectionObjects objects;
  @Autowired Inspectors inspectors;
  @Autowired InspectionItems items;
  @Autowired Recusals recusals;
  @Autowired Licences licences;
  @Autowired ObjectSearch search;
  @Autowired JdbcClient jdbc;

  private long read(ChangeKind kind, boolean goodRowsOnly, String csv) throws IOException {
    long id = changes.propose(new Proposal(kind, "gaj", "名录.csv", "示例理由", goodRowsOnly),
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), List.of("gaj"), CLERK);
    changes.read(id);
    return id;
  }

  private Counts inForce(ChangeKind kind, String csv) throws IOException {
    long id = read(kind, false, csv);
    assertThat(changes.get(id).refusal()).isNull();
    changes.decide(id, true, null, REVIEWER);
    assertThat(changes.putInForce(id)).isTrue();
    assertThat(changes.putInForce(id)).as("repeated").isTrue();
    return changes.get(id).counts();
  }

  private static Counts counts(int rows, int bad, int added, int changed, int removed, int unchanged) {
    return new Counts(rows, bad, added, changed, removed, unchanged);
  }

  @Test
  @Clause("一-6")
  @DisplayName("检查对象：新增、变更、退出、相同各多少；没写风险等级的保留原等级；范围换成文件里的")
  void objects() throws IOException {
    inForce(ChangeKind.OBJECTS, OBJECTS + "示例一,,A1,旅馆,,高风险,存续,旅馆\n示例二,,A2,旅馆,,,存续,旅馆\n示例三,,A3,旅馆,,,存续,旅馆\n");

    assertThat(inForce(ChangeKind.OBJECTS, OBJECTS
        + "示例一改,,A1,旅馆,\"示例\"\"路\\1号\",,存续,旅馆；学校\n示例二,,A2,旅馆,,,停业,旅馆\n示例三,,A3,旅馆,,,存续,旅馆\n示例四,,A4,旅馆,,,存续,旅馆\n"))
        .isEqualTo(counts(4, 0, 1, 1, 1, 1));

    var first = objects.find("140826:A1").orElseThrow();
    assertThat(first.name()).isEqualTo("示例一改");
    assertThat(first.riskClass()).isEqualTo(RiskClass.D);
    assertThat(first.address()).isEqualTo("示例\"路\\1号");
    assertThat(objects.scopesOf("140826:A1")).containsExactly("学校", "旅馆");
    assertThat(objects.find("140826:A2").orElseThrow().status()).isEqualTo(ObjectStatus.SUSPENDED);
    assertThat(jdbc.sql("select count(*) from registry_history where table_name = 'inspection_object'")
        .query(Integer.class).single()).as("one entry for each row that changed").isEqualTo(3 + 3);
  }

  @Test
  @DisplayName("列名可以是省平台导出的写法，列序不限，多出的列不管")
  void otherHeads() throws IOException {
    assertThat(inForce(ChangeKind.OBJECTS, "序号,企业名称,信用代码,登记号,企业类型,住所,风险等级,登记状态,所属范围\n"
        + "1,示例一,,A1,旅馆,示例路,B类,在业,旅馆\n").added()).isOne();
    assertThat(objects.find("140826:A1").orElseThrow().riskClass()).isEqualTo(RiskClass.B);
  }

  @Test
  @DisplayName("检查人员：只收本部门的，账号不动，离岗算退出")
  void inspectors() throws IOException {
    String heads = "姓名,执法证号,部门,证件有效期,资质与专长,状态\n";
    inForce(ChangeKind.INSPECTORS, heads + "示例一,14082600001,公安局,2026-12-31,治安、消防,在岗\n");
    jdbc.sql("update inspector set account = 'gaj01'").update();

    assertThat(inForce(ChangeKind.INSPECTORS, heads + "示例一,14082600001,公安局,2026-12-31,,离岗\n"))
        .isEqualTo(counts(1, 0, 0, 0, 1, 0));
    var left = inspectors.find("14082600001").orElseThrow();
    assertThat(left.inForce()).isFalse();
    assertThat(left.account()).isEqualTo("gaj01");

    long other = read(ChangeKind.INSPECTORS, false, heads + "示例二,14082600002,教育局,2026-12-31,,在岗\n");
    assertThat(changes.problems(other, 1, 10).items()).singleElement().asString().contains("部门", "公安局", "由该部门导入");
  }

  @Test
  @Clause("一-5")
  @DisplayName("可检查事项：须在本部门清单上，不写的不变，“全部”即不限")
  void mattersOfInspectors() throws IOException {
    String heads = "姓名,执法证号,部门,证件有效期,资质与专长,可检查的事项\n";
    String one = "示例一,14082600001,公安局,2026-12-31,治安,";
    long unknown = read(ChangeKind.INSPECTORS, false, heads + one + "示例事项一；没有的事项\n");
    assertThat(changes.problems(unknown, 1, 9).items()).hasSize(2).allSatisfy(problem ->
        assertThat(problem.toString()).contains("可检查事项", "本部门抽查事项清单"));
    inForce(ChangeKind.MATTERS, "抽查事项\n示例事项一\n示例事项二\n示例事项三\n");

    inForce(ChangeKind.INSPECTORS, heads + one + "示例事项二；示例事项一\n");
    assertThat(inspectors.find("14082600001").orElseThrow().matters()).containsExactly("示例事项一", "示例事项二");
    assertThat(changes.get(read(ChangeKind.INSPECTORS, false, heads + one + "\n")).refusal()).contains("与名录现状一致");
    long changed = read(ChangeKind.INSPECTORS, false, heads + one + "全部\n");
    assertThat(changes.samples(changes.get(changed), Effect.CHANGED, 1)).singleElement().satisfies(sample ->
        assertThat(sample.fields()).containsExactly(new Sample.Field("可检查事项", "示例事项一；示例事项二", "全部")));
    inForce(ChangeKind.INSPECTORS, heads + one + "全部\n");
    assertThat(inspectors.find("14082600001").orElseThrow().matters()).isEmpty();
  }

  @Test
  @DisplayName("抽查事项：停用算退出，没写依据的保留原依据")
  void matters() throws IOException {
    inForce(ChangeKind.MATTERS, "抽查事项,检查依据\n示例事项一,示例办法\n示例事项二,\n");
    assertThat(inForce(ChangeKind.MATTERS, "抽查事项,状态\n示例事项一,在用\n示例事项二,停用\n示例事项三,\n"))
        .isEqualTo(counts(3, 0, 1, 0, 1, 1));
    assertThat(items.inForce("gaj")).containsExactly("示例事项一", "示例事项三");
    assertThat(jdbc.sql("select basis from inspection_item where name = '示例事项一'").query(String.class).single())
        .isEqualTo("示例办法");
  }

  @Test
  @DisplayName("风险分类：只改名录里有的，没有的写明先入库；旧注册号也认")
  void riskClasses() throws IOException {
    inForce(ChangeKind.OBJECTS, OBJECTS + "示例一,,A1,旅馆,,高风险,存续,旅馆\n示例二,,140826123456789,旅馆,,,存续,旅馆\n");

    String csv = "统一社会信用代码,信用风险等级\nA1,低风险\n140826123456789,C\n91350100M000100Y43,低风险\n";
    long refused = read(ChangeKind.RISK_CLASSES, false, csv);
    assertThat(changes.get(refused).status()).isEqualTo(ChangeStatus.REFUSED);
    assertThat(changes.problems(refused, 1, 10).items()).singleElement().asString()
        .contains("第 4 行", "91350100M000100Y43", "先导入检查对象名录");

    long good = read(ChangeKind.RISK_CLASSES, true, csv);
    assertThat(changes.get(good).counts()).isEqualTo(counts(3, 1, 0, 2, 0, 0));
    assertThat(changes.samples(changes.get(good), Effect.CHANGED, 1)).singleElement().satisfies(sample -> {
      assertThat(sample.title()).isEqualTo("示例一");
      assertThat(sample.fields()).contains(new Sample.Field("信用风险等级", "高风险", "低风险"));
    });
    changes.decide(good, true, null, REVIEWER);
    changes.putInForce(good);
    assertThat(objects.find("140826:140826123456789").orElseThrow().riskClass()).isEqualTo(RiskClass.C);
  }

  @Test
  @DisplayName("回避名单：人员和对象都须在名录里，已有的不重复")
  void recusals() throws IOException {
    inForce(ChangeKind.OBJECTS, OBJECTS + "示例一,,A1,旅馆,,高风险,存续,旅馆\n");
    inForce(ChangeKind.INSPECTORS, "姓名,执法证号,部门,证件有效期,资质与专长\n示例一,14082600001,公安局,2026-12-31,\n");
    String heads = "执法证号,统一社会信用代码,回避事由\n";
    assertThat(inForce(ChangeKind.RECUSALS, heads + "14082600001,A1,亲属关系\n")).isEqualTo(counts(1, 0, 1, 0, 0, 0));
    assertThat(recusals.inspectorsOf("140826:A1", TODAY)).containsExactly("14082600001");

    long again = read(ChangeKind.RECUSALS, false, heads + "14082600001,A1,亲属关系\n");
    assertThat(changes.get(again).refusal()).contains("与名录现状一致");
    long unknown = read(ChangeKind.RECUSALS, false, heads + "14082600009,A9,亲属关系\n");
    assertThat(changes.problems(unknown, 1, 10).total()).isEqualTo(2);
  }

  @Test
  @Clause("三-10")
  @DisplayName("回避的起止、方式和说明：不填的自生效之日起、长期；同一人同一对象再导入即提前结束或延长，不填的不变，变更前后都看得到")
  void recusalsWithPeriods() throws IOException {
    inForce(ChangeKind.OBJECTS, OBJECTS + "示例一,,A1,旅馆,,高风险,存续,旅馆\n示例二,,A2,旅馆,,,存续,旅馆\n");
    inForce(ChangeKind.INSPECTORS, "姓名,执法证号,部门,证件有效期,资质与专长\n示例一,14082600001,公安局,2026-12-31,\n");
    String heads = "执法证号,统一社会信用代码,回避原因,回避类型,开始日期,结束日期,备注\n";
    inForce(ChangeKind.RECUSALS, heads + "14082600001,A1,亲属关系,当事人申请,2024/3/1,2024年6月30日,示例说明\n14082600001,A2,本人申请,,,,\n");
    assertThat(recusal("140826:A1")).isEqualTo("KINSHIP APPLIED 2024-03-01 2024-06-30 示例说明");
    assertThat(recusal("140826:A2")).isEqualTo("DECLARED DECLARED 2024-03-20 null null");

    long id = read(ChangeKind.RECUSALS, false, heads + "14082600001,A1,亲属关系,,,2024-03-20,\n14082600001,A2,本人申请,,,长期,\n");
    assertThat(changes.get(id).counts()).isEqualTo(counts(2, 0, 0, 1, 0, 1));
    assertThat(changes.samples(changes.get(id), Effect.CHANGED, 9)).singleElement().satisfies(sample ->
        assertThat(sample.fields()).containsExactly(new Sample.Field("截止日期", "2024-06-30", "2024-03-20")));
    assertThat(recusals.inspectorsOf("140826:A1", TODAY.plusDays(1))).as("not before approval").isNotEmpty();
    changes.decide(id, true, null, REVIEWER);
    changes.putInForce(id);
    assertThat(recusal("140826:A1")).isEqualTo("KINSHIP APPLIED 2024-03-01 2024-03-20 示例说明");
    assertThat(recusals.inspectorsOf("140826:A1", TODAY)).isNotEmpty();
    assertThat(recusals.inspectorsOf("140826:A1", TODAY.plusDays(1))).isEmpty();

    inForce(ChangeKind.RECUSALS, heads + "14082600001,A1,亲属关系,,,长期,\n");
    assertThat(recusals.inspectorsOf("140826:A1", TODAY.plusYears(9))).isNotEmpty();
    assertThat(jdbc.sql("""
            select string_agg(coalesce(after ->> 'ends_on', '长期'), ' ' order by id) from registry_history
            where table_name = 'recusal' and row_key = '14082600001|140826:A1'""").query(String.class).single())
        .isEqualTo("2024-06-30 2024-03-20 长期");
  }

  private String recusal(String objectNo) {
    return jdbc.sql("select concat_ws(' ', reason, origin, starts_on, coalesce(ends_on::text, 'null'), "
        + "coalesce(note, 'null')) from recusal where object_no = ?").param(objectNo).query(String.class).single();
  }

  @Test
  @DisplayName("回避名单的坏日期、坏方式、截止早于起始：逐处说明，什么也不改")
  void unfitRecusals() throws IOException {
    inForce(ChangeKind.OBJECTS, OBJECTS + "示例一,,A1,旅馆,,高风险,存续,旅馆\n示例二,,A2,旅馆,,,存续,旅馆\n");
    inForce(ChangeKind.INSPECTORS, "姓名,执法证号,部门,证件有效期,资质与专长\n示例一,14082600001,公安局,2026-12-31,\n");
    String heads = "执法证号,统一社会信用代码,回避事由,回避方式,起始日期,截止日期\n";
    long id = read(ChangeKind.RECUSALS, false, heads + "14082600001,A1,亲属关系,领导要求,45000,2024-02-30\n");
    assertThat(changes.problems(id, 1, 9).items()).hasSize(3).extracting(FileProblem::column)
        .containsExactly("回避方式", "起始日期", "截止日期");

    inForce(ChangeKind.RECUSALS, heads + "14082600001,A1,亲属关系,,2024-03-10,\n");
    long early = read(ChangeKind.RECUSALS, false, heads
        + "14082600001,A1,亲属关系,,,2024-03-09\n14082600001,A2,亲属关系,,2024-03-10,2024-03-09\n");
    assertThat(changes.problems(early, 1, 9).items()).hasSize(2).allSatisfy(problem ->
        assertThat(problem.toString()).contains("截止日期", "不早于起始日期 2024-03-10"));
    inForce(ChangeKind.RECUSALS, heads + "14082600001,A2,亲属关系,,,2024-03-09\n");
    assertThat(recusals.inspectorsOf("140826:A2", TODAY)).as("ended before it came into force").isEmpty();
  }

  @Test
  @DisplayName("许可证：长期、永久、无固定期限和 9999 年都是长期，时段取后一日；注销算退出，对象须在名录里")
  void licences() throws IOException {
    inForce(ChangeKind.OBJECTS, OBJECTS + "示例一,,A1,旅馆,,高风险,存续,旅馆\n");
    String heads = "信用代码,证照名称,许可证号,许可机关,有效期截止,许可状态\n";
    assertThat(inForce(ChangeKind.LICENCES, heads + "A1,食品经营许可证,S1,示例局,2026年1月31日,\nA1,特种行业许可证,T1,示例局,无固定期限,有效\n"
        + "A1,卫生许可证,W1,,9999-12-31,\nA1,消防检查合格证,X1,,2021-01-01至2025-12-31,\n")).isEqualTo(counts(4, 0, 4, 0, 0, 0));
    assertThat(licences.of("140826:A1")).extracting(l -> l.name() + " " + Licence.inWords(l.validUntil())).containsExactly(
        "消防检查合格证 2025-12-31", "食品经营许可证 2026-01-31", "卫生许可证 长期", "特种行业许可证 长期");

    assertThat(inForce(ChangeKind.LICENCES, heads + "A1,食品经营许可证,S1,示例局,2031-01-31,\nA1,特种行业许可证,T1,示例局,长期,注销\n"
        + "A1,卫生许可证,W1,,永久,\n")).isEqualTo(counts(3, 0, 0, 1, 1, 1));
    assertThat(licences.of("140826:A1")).filteredOn(Licence::inForce).hasSize(3);
    long unknown = read(ChangeKind.LICENCES, false, heads + "A9,食品经营许可证,S9,,2026-01-31,\nA1,食品经营许可证,S8,,下个月,\n");
    assertThat(changes.problems(unknown, 1, 10).items()).extracting(FileProblem::column)
        .containsExactly("统一社会信用代码", "有效期至");
    assertThat(jdbc.sql("select count(*) from registry_history where table_name = 'object_licence'").query(Integer.class)
        .single()).isEqualTo(4 + 2);
  }

  @Test
  @DisplayName("证照已过期的查得到，注销的不算；到期前三十天标出")
  void expiredLicences() throws IOException {
    inForce(ChangeKind.OBJECTS, OBJECTS + "示例一,,A1,旅馆,,高风险,存续,旅馆\n示例二,,A2,旅馆,,高风险,存续,旅馆\n示例三,,A3,旅馆,,,存续,旅馆\n");
    inForce(ChangeKind.LICENCES, "信用代码,许可证名称,许可证编号,发证机关,有效期至,状态\n"
        + "A1,食品经营许可证,S1,,2024-03-19,有效\nA2,食品经营许可证,S2,,2024-03-19,注销\nA3,食品经营许可证,S3,,2024-04-19,有效\n");
    LocalDate today = LocalDate.of(2024, 3, 20);
    for (String text : new String[] {null, "示例"}) {
      assertThat(search.find(new ObjectQuery(text, null, null, null, null, today), 1, 10).page().items())
          .extracting(InspectionObject::name).containsExactly("示例一");
    }
    assertThat(licences.of("140826:A1").get(0).expired(today)).isTrue();
    assertThat(licences.of("140826:A2").get(0).expired(today)).isFalse();
    assertThat(licences.of("140826:A3").get(0).expiring(today)).isTrue();
    assertThat(licences.of("140826:A3").get(0).expiring(today.minusDays(1))).isFalse();
  }

  @Test
  @DisplayName("不是表格、缺列、没有一行的文件：写明原因，什么也没有留下")
  void unfitFiles() throws IOException {
    assertThat(changes.get(read(ChangeKind.OBJECTS, true, "%PDF-1.7 示例")).refusal()).isNotBlank();
    assertThat(changes.get(read(ChangeKind.OBJECTS, true, "检查对象名称,类别\n示例,旅馆\n")).refusal()).contains("地址");
    assertThat(changes.get(read(ChangeKind.OBJECTS, true, OBJECTS)).refusal()).isNotBlank();
    assertThat(jdbc.sql("select (select count(*) from registry_change_row) + (select count(*) from inspection_object)")
        .query(Integer.class).single()).isZero();
  }

  @Test
  @DisplayName("标注了问题的文件：每处问题在行旁，改正后可以原样再提交")
  void markedFile() throws IOException {
    long id = read(ChangeKind.OBJECTS, false, OBJECTS + "示例一,,A1,旅馆,,高风险,存续,旅馆\n示例二,,A2,旅馆,,中风险,营业中,旅馆\n");
    ByteArrayOutputStream marked = new ByteArrayOutputStream();
    changes.markedFile(id, marked);

    try (SheetFile file = SheetFile.open(marked.toByteArray(), "标注.xlsx")) {
      List<String> beside = new ArrayList<>();
      for (TableRow row : file.table(List.of("问题（改正后删去本列再提交）", "检查对象名称", "状态"))) {
        beside.add(row.text("检查对象名称") + "|" + row.text("问题（改正后删去本列再提交）"));
      }
      assertThat(beside).hasSize(2);
      assertThat(beside.get(0)).isEqualTo("示例一|");
      assertThat(beside.get(1)).contains("信用风险等级：应为A、B、C、D", "状态：应为正常、注销");
    }
  }

  @ParameterizedTest
  @EnumSource(ChangeKind.class)
  @DisplayName("模板填好样例就能提交：列名全都认得，下拉的词都可用")
  void templates(ChangeKind kind) throws IOException {
    inForce(ChangeKind.MATTERS, "抽查事项\n旅馆业治安检查\n");
    inForce(ChangeKind.OBJECTS, OBJECTS + "示例安昌宾馆,,LG-001,旅馆,,高风险,存续,旅馆\n示例安昌宾馆,,LG-002,旅馆,,,存续,旅馆\n");
    inForce(ChangeKind.INSPECTORS, "姓名,执法证号,部门,证件有效期,资质与专长\n示例九,14082600001,公安局,2025-12-31,\n");
    ByteArrayOutputStream template = new ByteArrayOutputStream();
    changes.template(kind, template);

    long id = changes.propose(new Proposal(kind, "gaj", "模板.xlsx", "示例理由", false),
        new ByteArrayInputStream(template.toByteArray()), List.of("gaj"), CLERK);
    assertThat(changes.read(id)).as(() -> changes.get(id).refusal() + changes.problems(id, 1, 9).items()).isTrue();
  }

  @Test
  @Clause("二-11")
  @DisplayName("上级抽查任务名单：新增、补上检查日期、撤销；事项要与清单一字不差，对象要在名录里")
  void imposedTasks() throws IOException {
    inForce(ChangeKind.OBJECTS, OBJECTS + "示例一,,A1,旅馆,,,存续,旅馆\n");
    inForce(ChangeKind.MATTERS, "抽查事项\n旅馆业治安检查\n");
    String heads = "统一社会信用代码,抽查事项,年度,发起层级,任务名称,检查日期,状态\n";

    assertThat(inForce(ChangeKind.IMPOSED, heads + "A1,旅馆业治安检查,2024年,市级,示例市级任务,,\n").added()).isOne();
    assertThat(inForce(ChangeKind.IMPOSED, heads + "A1,旅馆业治安检查,2024,市抽县查,示例市级任务,2024/5/20,有效\n"))
        .isEqualTo(counts(1, 0, 0, 1, 0, 0));
    assertThat(jdbc.sql("select inspected_on || ' ' || level from imposed_inspection").query(String.class).single())
        .isEqualTo("2024-05-20 CITY");
    assertThat(inForce(ChangeKind.IMPOSED, heads + "A1,旅馆业治安检查,2024,市抽县查,示例市级任务,,撤销\n").removed()).isOne();
    assertThat(jdbc.sql("select count(*) from imposed_inspection").query(Integer.class).single()).isZero();

    long wrong = read(ChangeKind.IMPOSED, false, heads + "A1,旅馆治安,24,县级,示例任务,5月,\nA9,旅馆业治安检查,2024,市级,示例任务,,\n");
    assertThat(changes.problems(wrong, 1, 20).items()).extracting(problem -> problem.row() + problem.column())
        .contains("2年度", "2发起层级", "2检查日期", "3统一社会信用代码");
  }

  @Test
  @Clause("一-3")
  @DisplayName("两个部门都列了同一户：各自的文件只管自己的范围，不拿走别的部门的；都不列了才移出")
  void twoDepartmentsListOneObject() throws IOException {
    inForce(ChangeKind.OBJECTS, OBJECTS + "示例一,,A1,旅馆,,,存续,旅馆；共用\n");
    assertThat(inForceOf("xfd", OBJECTS + "示例一,,A1,旅馆,,,存续,消防重点单位；共用\n")).isEqualTo(counts(1, 0, 0, 1, 0, 0));
    assertThat(objects.scopesOf("140826:A1")).containsExactly("共用", "旅馆", "消防重点单位");

    assertThat(inForce(ChangeKind.OBJECTS, OBJECTS + "示例一,,A1,旅馆,,,存续,学校\n").changed()).isOne();
    assertThat(objects.scopesOf("140826:A1")).containsExactly("共用", "学校", "消防重点单位");
    assertThat(inForceOf("xfd", OBJECTS + "示例一,,A1,旅馆,,,存续,消防重点单位\n").changed()).isOne();
    assertThat(objects.scopesOf("140826:A1")).containsExactly("学校", "消防重点单位");
  }

  private Counts inForceOf(String department, String csv) throws IOException {
    long id = changes.propose(new Proposal(ChangeKind.OBJECTS, department, "名录.csv", "示例理由", false),
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), List.of(department), CLERK);
    changes.read(id);
    changes.decide(id, true, null, REVIEWER);
    assertThat(changes.putInForce(id)).isTrue();
    return changes.get(id).counts();
  }

  @Test
  @DisplayName("统一社会信用代码的校验位不符：提醒核实，不退回")
  void wrongCheckCharacterWarns() throws IOException {
    long id = read(ChangeKind.OBJECTS, false, OBJECTS + "示例一,91140826YL0000186X,,企业,,,存续,范围\n");

    assertThat(changes.get(id).counts()).isEqualTo(counts(1, 0, 1, 0, 0, 0));
    assertThat(changes.problems(id, 1, 10).items()).singleElement()
        .satisfies(note -> assertThat(note.toString()).contains("第 2 行", "校验位", "照写采用，请核实"));
  }

  @Test
  @DisplayName("文件里隐藏的行照样读入，但告诉提出人和审批人是哪一行")
  void hiddenRowsAreTold() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      HSSFSheet sheet = workbook.createSheet("检查对象");
      List<String> lines = List.of(OBJECTS.strip(), "示例一,,A1,企业,,,存续,范围", "示例二,,A2,企业,,,存续,范围");
      for (int row = 0; row < lines.size(); row++) {
        String[] cells = lines.get(row).split(",");
        HSSFRow line = sheet.createRow(row);
        for (int cell = 0; cell < cells.length; cell++) {
          line.createCell(cell).setCellValue(cells[cell]);
        }
      }
      sheet.getRow(2).setZeroHeight(true);
      workbook.write(bytes);
    }
    long id = changes.propose(new Proposal(ChangeKind.OBJECTS, "gaj", "名录.xls", "示例理由", false),
        new ByteArrayInputStream(bytes.toByteArray()), List.of("gaj"), CLERK);

    assertThat(changes.read(id)).isTrue();
    assertThat(changes.get(id).counts()).isEqualTo(counts(2, 0, 2, 0, 0, 0));
    assertThat(changes.problems(id, 1, 10).items()).singleElement()
        .satisfies(note -> assertThat(note.toString()).contains("第 3 行", "示例二", "不应导入的请从文件中删去", "隐藏"));
  }
}

package cn.jointinspection.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jointinspection.Clause;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import cn.jointinspection.registry.ClassCoverage;
import cn.jointinspection.registry.ClassCoverage.Gap;
import cn.jointinspection.registry.DepartmentGrades;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.RegistryRefused.GradeGone;
import cn.jointinspection.registry.RegistryRefused.GradeIncomplete;
import cn.jointinspection.registry.RegistryRefused.GradeKnownAlready;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.registry.RiskClasses;
import cn.jointinspection.registry.RiskClasses.Current;
import cn.jointinspection.registry.RiskClasses.Grade;
import cn.jointinspection.registry.RiskClasses.Had;
import cn.jointinspection.registry.RiskSource;
import cn.jointinspection.registry.intake.RegistryChange.Counts;
import cn.jointinspection.registry.intake.RegistryChanges.Proposal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.jdbc.Sql;

@DisplayName("信用风险分类：来源、日期、部门分级、历次等级（四）")
@DatabaseTest
@Import(RiskClassListingTest.Beans.class)
@TestPropertySource(properties = "joint-inspection.division.code=140826")
@Sql(statements = "truncate inspection_object, scope, registry_change, registry_change_row, registry_history,"
    + " risk_class_confirmed, object_grade, department_grade cascade")
class RiskClassListingTest {

  private static final Actor CLERK = new Actor("gajStaff1", "示例经办", Set.of("gaj"));
  private static final Actor REVIEWER = new Actor("gajReviewer1", "示例审核", Set.of("gajReview"));
  private static final Actor REGISTRAR = new Actor("registrar", "示例登记员", Set.of("registrars"));
  private static final String ONE = "140826:A1";
  private static final String TWO = "140826:A2";

  @ComponentScan(basePackageClasses = Departments.class)
  static class Beans {}

  @Autowired RegistryChanges changes;
  @Autowired RiskClasses classes;
  @Autowired ClassCoverage coverage;
  @Autowired DepartmentGrades grades;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private LocalDate today;

  @BeforeEach
  void objects() throws IOException {
    today = LocalDate.now(clock);
    inForce(ChangeKind.OBJECTS, "检查对象名称,统一社会信用代码,注册号,类别,地址,信用风险等级,状态,抽查对象范围\n"
        + "示例一,,A1,旅馆,,高风险,存续,旅馆\n示例二,,A2,旅馆,,,存续,旅馆；学校\n示例三,,A3,旅馆,,,注销,旅馆\n");
  }

  private long read(ChangeKind kind, String csv) throws IOException {
    long id = changes.propose(new Proposal(kind, "gaj", "名录.csv", "示例理由", false),
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), List.of("gaj"), CLERK);
    changes.read(id);
    return id;
  }

  private Counts inForce(ChangeKind kind, String csv) throws IOException {
    long id = read(kind, csv);
    assertThat(changes.get(id).refusal()).as(() -> changes.problems(id, 1, 9).items().toString()).isNull();
    changes.decide(id, true, null, REVIEWER);
    assertThat(changes.putInForce(id)).isTrue();
    return changes.get(id).counts();
  }

  private Counts classes(String... rows) throws IOException {
    return inForce(ChangeKind.RISK_CLASSES, "统一社会信用代码,企业信用风险等级,分类日期\n" + String.join("\n", rows) + "\n");
  }

  @Test
  @Clause("四-3")
  @DisplayName("等级写明来源和日期；下月名单等级不变，只改日期，历次等级不多一条")
  void sourceAndDate() throws IOException {
    assertThat(classes.of(ONE)).isEqualTo(new Current(RiskClass.D, RiskSource.REGISTRY, null));
    assertThat(classes.of(TWO)).isEqualTo(new Current(null, null, null));

    classes("A1,Ｄ级," + today.minusMonths(2), "A2,一般," + today.minusMonths(2));
    assertThat(classes.of(ONE)).isEqualTo(new Current(RiskClass.D, RiskSource.MARKET, today.minusMonths(2)));
    int history = classes.everHad(ONE).size();

    assertThat(classes("A1,高风险（D级）," + today).changed()).isOne();
    assertThat(classes.of(ONE)).isEqualTo(new Current(RiskClass.D, RiskSource.MARKET, today));
    assertThat(classes.everHad(ONE)).hasSize(history).extracting(Had::source)
        .containsExactly(RiskSource.REGISTRY, RiskSource.MARKET);
    assertThat(changes.get(read(ChangeKind.RISK_CLASSES, "统一社会信用代码,风险等级,分类日期\nA1,D," + today + "\n")).refusal())
        .contains("与名录现状一致");
  }

  @Test
  @DisplayName("最近日期的等级算数：较早日期的名单不改现有等级；以后的日期退回")
  void theLatestCounts() throws IOException {
    classes("A1,低," + today.minusDays(5));
    assertThat(changes.get(read(ChangeKind.RISK_CLASSES, "统一社会信用代码,风险等级,分类日期\nA1,C," + today.minusDays(6) + "\n"))
        .refusal()).contains("与名录现状一致");
    long tomorrow = read(ChangeKind.RISK_CLASSES, "统一社会信用代码,风险等级,分类日期\nA1,C," + today.plusDays(1) + "\n");
    assertThat(changes.problems(tomorrow, 1, 9).items()).singleElement().asString().contains("分类日期", "不晚于今天");

    assertThat(classes("A1,C," + today.minusDays(5)).changed()).as("the same day corrects").isOne();
    assertThat(classes.of(ONE).riskClass()).isEqualTo(RiskClass.C);
  }

  @Test
  @DisplayName("检查对象名录改了等级的，来源变为名录导入，日期不明，之后的名单再改回市场监管部门分类")
  void theRegistryChangesAClass() throws IOException {
    classes("A2,A," + today);
    inForce(ChangeKind.OBJECTS, "检查对象名称,统一社会信用代码,注册号,类别,地址,信用风险等级,状态,抽查对象范围\n"
        + "示例二,,A2,旅馆,,高风险,存续,旅馆；学校\n");
    assertThat(classes.of(TWO)).isEqualTo(new Current(RiskClass.D, RiskSource.REGISTRY, null));
    classes("A2,B," + today.minusDays(1));
    assertThat(classes.of(TWO)).extracting(Current::riskClass, Current::source)
        .containsExactly(RiskClass.B, RiskSource.MARKET);
  }

  @Test
  @Clause("四-3")
  @DisplayName("部门分级按本部门的对照表认；对照改了立即算数；表里没有的分级退回并写明去哪里登记")
  void departmentGrades() throws IOException {
    String list = "统一社会信用代码,部门分级,分类日期\nA1,三级," + today + "\n";
    long unknown = read(ChangeKind.RISK_CLASSES, list);
    assertThat(changes.problems(unknown, 1, 9).items()).singleElement().asString().contains("公安局分级对照表", "风险分类");

    grades.set("gaj", "三 级", RiskClass.B, "示例办法", REGISTRAR);
    grades.set("jyj", "三级", RiskClass.D, "示例办法", REGISTRAR);
    assertThat(inForce(ChangeKind.RISK_CLASSES, list).changed()).isOne();
    assertThat(classes.gradesOf(ONE)).containsExactly(new Grade("gaj", "三级", RiskClass.B, today));
    assertThat(classes.of(ONE).riskClass()).as("the class of all departments stays").isEqualTo(RiskClass.D);

    grades.set("gaj", "三级", RiskClass.C, "示例新办法", REGISTRAR);
    assertThat(classes.gradesOf(ONE).get(0).riskClass()).isEqualTo(RiskClass.C);
    assertThatThrownBy(() -> grades.set("gaj", "三级", RiskClass.C, "示例", REGISTRAR)).isInstanceOf(GradeKnownAlready.class);
    assertThatThrownBy(() -> grades.set("gaj", "", RiskClass.C, "示例", REGISTRAR)).isInstanceOf(GradeIncomplete.class);
    assertThatThrownBy(() -> grades.set("gaj", "二级", null, "示例", REGISTRAR)).isInstanceOf(GradeIncomplete.class);
    assertThatThrownBy(() -> grades.set("gaj", "二级", RiskClass.C, " ", REGISTRAR)).isInstanceOf(GradeIncomplete.class);

    long id = grades.inUse("gaj").get(0).id();
    assertThatThrownBy(() -> grades.remove("jyj", id, REGISTRAR)).isInstanceOf(GradeGone.class);
    grades.remove("gaj", id, REGISTRAR);
    assertThatThrownBy(() -> grades.remove("gaj", id, REGISTRAR)).isInstanceOf(GradeGone.class);
    assertThat(classes.gradesOf(ONE)).containsExactly(new Grade("gaj", "三级", null, today));
    assertThat(grades.changes(1, 9).total()).isEqualTo(3);
  }

  @Test
  @DisplayName("检查结果调整：等级、来源、日期一起变；看到的等级已变的不改；历次等级和任何一天的等级都查得到")
  void changedByResult() throws IOException {
    classes("A1,C," + today.minusMonths(1));
    assertThatThrownBy(() -> classes.changeByResult(ONE, RiskClass.D, RiskClass.C, REGISTRAR))
        .isInstanceOf(ChangedMeanwhile.class);
    classes.changeByResult(ONE, RiskClass.C, RiskClass.D, REGISTRAR);

    assertThat(classes.of(ONE)).isEqualTo(new Current(RiskClass.D, RiskSource.RESULT, today));
    assertThat(classes.everHad(ONE)).extracting(Had::riskClass, Had::source, Had::by).containsExactly(
        org.assertj.core.groups.Tuple.tuple(RiskClass.D, RiskSource.REGISTRY, "gajStaff1"),
        org.assertj.core.groups.Tuple.tuple(RiskClass.C, RiskSource.MARKET, "gajStaff1"),
        org.assertj.core.groups.Tuple.tuple(RiskClass.D, RiskSource.RESULT, "registrar"));
    assertThat(classes.asOf(ONE, today)).map(Had::source).contains(RiskSource.RESULT);
    assertThat(classes.asOf(ONE, today.minusDays(1))).isEmpty();
  }

  @Test
  @Clause("四-1")
  @DisplayName("覆盖和期限：没有等级、日期不明、超过一个月、超过三个月的各多少户，每个数字背后是名单；不在册的不算")
  void figures() throws IOException {
    assertThat(coverage.together(null)).isEqualTo(new ClassCoverage.Figures(null, "合计", 2, 1, 1, 0, 0));
    assertThat(coverage.together(null).percent()).isEqualTo(50);
    classes("A1,C," + today.minusMonths(1), "A2,C," + today.minusMonths(1).minusDays(1));
    assertThat(coverage.together(null)).isEqualTo(new ClassCoverage.Figures(null, "合计", 2, 2, 0, 1, 0));
    classes("A1,B," + today, "A2,C," + today.minusMonths(1).minusDays(1));
    int school = jdbc.sql("select id from scope where name = '学校'").query(Integer.class).single();
    assertThat(coverage.byScope(null)).extracting(ClassCoverage.Figures::scope, ClassCoverage.Figures::objects)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("学校", 1), org.assertj.core.groups.Tuple.tuple("旅馆", 2));
    assertThat(coverage.byScope(List.of(school))).hasSize(1);
    assertThat(coverage.together(List.of(school)).overAMonth()).isOne();
    assertThat(coverage.behind(Gap.OVER_A_MONTH, null, 1, 9).items()).singleElement()
        .extracting(ClassCoverage.Line::name).isEqualTo("示例二");
    assertThat(coverage.behind(Gap.OVER_A_QUARTER, null, 1, 9).total()).isZero();
  }

  @Test
  @DisplayName("本月有没有导入过分类名单")
  void cameThisMonth() throws IOException {
    assertThat(coverage.cameThisMonth()).isFalse();
    classes("A1,C," + today);
    assertThat(coverage.cameThisMonth()).isTrue();
    jdbc.sql("update registry_change set in_force_at = in_force_at - interval '1 month'").update();
    assertThat(coverage.cameThisMonth()).isFalse();
  }
}

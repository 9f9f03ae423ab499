package cn.jointinspection.registry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.platform.sheet.TableRow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("演练用的示例名录")
@RegistryTest
class SampleRegistryTest {

  private static final LocalDate START = LocalDate.of(2024, 3, 20);

  @Autowired SampleRegistry sample;
  @Autowired Departments departments;
  @Autowired Scopes scopes;
  @Autowired InspectionObjects objects;
  @Autowired Inspectors inspectors;
  @Autowired Recusals recusals;
  @Autowired InspectionItems items;
  @Autowired JdbcClient jdbc;

  @Test
  @DisplayName("年度计划的每个范围都有对象，规模像一个县；再填一次什么也不做")
  void fillsEveryScope() {
    assertThat(sample.fill("140826", plan())).isTrue();

    assertThat(number("select count(*) from inspection_object")).isBetween(2_500, 3_300);
    assertThat(plan()).extracting(SampleTask::scope).hasSize(58).allMatch(scope -> inForce(scope) > 0);
    assertThat(inForce("本辖区滑雪场")).isEqualTo(1);
    assertThat(inForce("本辖区各类旅馆")).isBetween(38, 60);
    assertThat(inForce("本辖区卷烟零售经营主体")).isGreaterThan(500);
    assertThat(sample.fill("140826", plan())).isFalse();
  }

  @Test
  @DisplayName("风险等级约为 65、25、8、2，有未分类、无信用代码、校验位不符、已注销和属于两个范围的")
  void looksLikeRealRegistries() {
    sample.fill("140826", plan());

    Map<RiskClass, Integer> share = new EnumMap<>(RiskClass.class);
    int rated = number("select count(risk_class) from inspection_object");
    for (RiskClass riskClass : RiskClass.values()) {
      share.put(riskClass, Math.round(100f * number(
          "select count(*) from inspection_object where risk_class = '" + riskClass + "'") / rated));
    }
    assertThat(share.get(RiskClass.A)).isBetween(62, 68);
    assertThat(share.get(RiskClass.B)).isBetween(22, 28);
    assertThat(share.get(RiskClass.C)).isBetween(6, 10);
    assertThat(share.get(RiskClass.D)).isBetween(1, 3);
    assertThat(number("select count(*) from inspection_object where risk_class is null")).isPositive();
    assertThat(number("select count(*) from inspection_object where credit_code is null")).isGreaterThan(100);
    assertThat(number("select count(*) from inspection_object where registration_no ~ '^[0-9]{15}$'")).isPositive();
    assertThat(number("select count(*) from inspection_object where status = 'DEREGISTERED'")).isPositive();
    assertThat(number("select count(*) from inspection_object where status = 'REVOKED'")).isPositive();
    assertThat(number("""
        select count(*) from (select from object_scope group by object_id having count(*) > 1) several
        """)).isGreaterThan(100);
    List<CreditCode.Check> checks = jdbc.sql("select credit_code from inspection_object where credit_code is not null")
        .query(String.class).list().stream().map(CreditCode::check).toList();
    assertThat(checks).containsOnly(CreditCode.Check.VALID, CreditCode.Check.WRONG_CHECK_CHARACTER);
    assertThat(checks).filteredOn(CreditCode.Check.WRONG_CHECK_CHARACTER::equals).hasSizeBetween(5, 60);
  }

  @Test
  @DisplayName("名称和地址都写明示例，同一范围内不重名")
  void saysThatItIsASample() {
    sample.fill("140826", plan());

    assertThat(number("select count(*) from inspection_object where name not like '示例%' or address not like '示例%'"))
        .isZero();
    assertThat(number("select count(*) from inspector where name not like '示例%'")).isZero();
    assertThat(number("select count(*) - count(distinct name) from inspector")).isZero();
    assertThat(number("""
        select count(*) from (select from object_scope join inspection_object on id = object_id
                              group by scope_id, name having count(*) > 1) twice
        """)).isZero();
  }

  @Test
  @DisplayName("27 个部门各有 8 至 30 人，证号含部门序号，账号同证号；有已过期的、年内到期的，全年都够两人以上")
  void hasInspectors() {
    sample.fill("140826", plan());

    assertThat(departments.all()).filteredOn(d -> d.kind() == DepartmentKind.DEPARTMENT).allSatisfy(department -> {
      List<Inspector> all = inspectors.all(department.code());
      assertThat(all).hasSizeBetween(8, 30).allSatisfy(i -> {
        assertThat(i.certificateNo()).matches("140826\\d{5}").isEqualTo(i.account());
        assertThat(i.labels()).isNotEmpty();
      });
      int now = inspectors.inForce(department.code(), START).size();
      int atYearEnd = inspectors.inForce(department.code(), LocalDate.of(2024, 12, 20)).size();
      assertThat(now).isLessThan(all.size());
      assertThat(atYearEnd).isLessThan(now).isGreaterThanOrEqualTo(5);
    });
    assertThat(inspectors.all("gaj")).filteredOn(i -> !i.inForce()).hasSize(1);
    assertThat(inspectors.find("14082608005")).map(Inspector::department).contains("gaj");
    assertThat(departments.all()).filteredOn(d -> d.kind() != DepartmentKind.DEPARTMENT)
        .allSatisfy(d -> assertThat(inspectors.all(d.code())).isEmpty());
    assertThat(recusals.of(departments.all().stream().map(Department::code).toList())).hasSizeGreaterThan(40);
    assertThat(items.inForce("gaj")).contains("旅馆业从业单位取得许可证及其他情况的检查");
  }

  @Test
  @DisplayName("同样的计划两次填出完全一样的内容")
  void isTheSameEveryTime() {
    sample.fill("140826", plan());
    String first = hash();
    jdbc.sql("truncate inspection_item, inspection_object, inspector, scope, registry_history cascade").update();

    sample.fill("140826", plan());

    assertThat(hash()).isEqualTo(first);
  }

  @Test
  @DisplayName("计划里新出现的范围也有对象，其余对象不变")
  void servesUnknownScopes() {
    List<ObjectDraft> usual = new SampleObjects("140826").county(List.of());

    List<ObjectDraft> more = new SampleObjects("140826").county(List.of("本辖区新范围", "本辖区滑雪场"));

    assertThat(more).startsWith(usual.toArray(ObjectDraft[]::new)).hasSize(usual.size() + 20);
  }

  private int inForce(String scope) {
    return objects.countByClass(scopes.find(scope).orElseThrow()).inForce();
  }

  private int number(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }

  private String hash() {
    return jdbc.sql("""
        select md5(string_agg(line, E'\\n' order by line collate "C")) from (
          select to_jsonb(o) - 'id' || jsonb_build_object('scopes',
            (select jsonb_agg(s.name order by s.name) from object_scope os join scope s on s.id = os.scope_id
             where os.object_id = o.id)) from inspection_object o
          union all select to_jsonb(i) from inspector i
          union all select to_jsonb(r) from recusal r
          union all select to_jsonb(m) - 'id' from inspection_item m) as rows (line_json),
          lateral (select line_json::text as line) as text
        """).query(String.class).single();
  }

  private List<SampleTask> plan() {
    return SampleTable.rows("reference/plan-2024.csv", "抽查事项", "抽查对象范围", "发起部门", "配合部门").stream()
        .map(this::task).toList();
  }

  private SampleTask task(TableRow row) {
    return new SampleTask(row.text("抽查对象范围"), code(row.text("发起部门")),
        Arrays.stream(row.text("配合部门").split("、")).map(this::code).toList(), List.of(row.text("抽查事项")));
  }

  private String code(String department) {
    return departments.resolve(department).department().orElseThrow().code();
  }
}

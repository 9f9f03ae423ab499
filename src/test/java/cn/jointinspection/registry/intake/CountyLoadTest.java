package cn.jointinspection.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.jointinspection.Clause;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.DatabaseTest;
import cn.jointinspection.platform.sheet.SheetFile;
import cn.jointinspection.platform.sheet.TableRow;
import cn.jointinspection.registry.CreditCode;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.InspectionItems;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.People;
import cn.jointinspection.registry.RiskClass;
import cn.jointinspection.registry.Role;
import cn.jointinspection.registry.Scopes;
import cn.jointinspection.registry.intake.IntakeRefused.CountyFaulty;
import cn.jointinspection.registry.intake.IntakeRefused.CountyNotEmpty;
import cn.jointinspection.registry.intake.IntakeRefused.FolderUnfit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.jdbc.Sql;

@DisplayName("整县首次装入：六份文件，要么全部生效，要么什么也不变（一）")
@DatabaseTest
@Import(CountyLoadTest.Beans.class)
@TestPropertySource(properties = "joint-inspection.division.code=140826")
@Sql(statements = "truncate inspection_item, inspection_object, inspector, scope, person, registry_change,"
    + " registry_change_row, registry_history cascade")
class CountyLoadTest {

  private static final Actor OPERATOR = new Actor("import", "命令行首次装入", Set.of());
  private static final LocalDate START = LocalDate.of(2024, 3, 20);

  @ComponentScan(basePackageClasses = Departments.class)
  static class Beans {}

  @Autowired CountyLoad county;
  @Autowired Departments departments;
  @Autowired Scopes scopes;
  @Autowired InspectionObjects objects;
  @Autowired Inspectors inspectors;
  @Autowired InspectionItems items;
  @Autowired People people;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  private void load(CountyFolder from) {
    county.load(from, OPERATOR, line -> { });
  }

  private int number(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }

  private int inForce(String scope) {
    return objects.countByClass(scopes.find(scope).orElseThrow(), "gaj").inForce();
  }

  @Test
  @Clause("一-2")
  @DisplayName("样例县：计划的每个范围都有对象；风险等级约为 65、25、8、2；有未分类、无信用代码、校验位不符、已注销和属于两个范围的")
  void theSampleCountyIsLikeACounty() throws IOException {
    load(CountyFolder.sample());

    assertThat(number("select count(*) from inspection_object")).isBetween(2_500, 3_300);
    assertThat(scopesOfPlan()).hasSize(58).allMatch(scope -> inForce(scope) > 0);
    assertThat(inForce("本辖区滑雪场")).isEqualTo(1);
    assertThat(inForce("本辖区卷烟零售经营主体")).isGreaterThan(500);
    Map<RiskClass, Integer> share = new EnumMap<>(RiskClass.class);
    int rated = number("select count(risk_class) from inspection_object");
    for (RiskClass riskClass : RiskClass.values()) {
      share.put(riskClass,
          Math.round(100f * number("select count(*) from inspection_object where risk_class = '" + riskClass + "'") / rated));
    }
    assertThat(share.get(RiskClass.A)).isBetween(62, 68);
    assertThat(share.get(RiskClass.B)).isBetween(22, 28);
    assertThat(share.get(RiskClass.C)).isBetween(6, 10);
    assertThat(share.get(RiskClass.D)).isBetween(1, 3);
    assertThat(number("select count(*) from inspection_object where risk_class is null")).isPositive();
    assertThat(number("select count(*) from inspection_object where credit_code is null")).isGreaterThan(100);
    assertThat(number("select count(*) from inspection_object where registration_no ~ '^[0-9]{15}$'")).isPositive();
    assertThat(jdbc.sql("select distinct status from inspection_object").query(String.class).list())
        .contains("IN_FORCE", "DEREGISTERED", "REVOKED", "CANCELLED", "MOVED_OUT");
    assertThat(number("select count(*) from (select from object_scope group by object_id having count(*) > 1) several"))
        .isGreaterThan(100);
    assertThat(jdbc.sql("select credit_code from inspection_object where credit_code is not null").query(String.class)
        .list().stream().map(CreditCode::check).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(CreditCode.Check.VALID, CreditCode.Check.WRONG_CHECK_CHARACTER);
  }

  @Test
  @DisplayName("样例县：名称和地址都写明示例，同一范围内不重名")
  void theSampleCountySaysThatItIsOne() {
    load(CountyFolder.sample());

    assertThat(number("select count(*) from inspection_object where name not like '示例%' or address not like '示例%'"))
        .isZero();
    assertThat(number("select count(*) from inspector where name not like '示例%'")).isZero();
    assertThat(number("select count(*) - count(distinct name) from inspector")).isZero();
    assertThat(number("""
        select count(*) from (select from object_scope join inspection_object on id = object_id
                              group by scope_id, name having count(*) > 1) twice""")).isZero();
  }

  @Test
  @Clause("一-4")
  @DisplayName("样例县：27 个部门各有 8 至 30 名检查人员，账号同证号，有已过期的和年内到期的，全年都够两人以上；各有经办和审核")
  void theSampleCountyHasPeople() {
    load(CountyFolder.sample());

    assertThat(departments.all()).filteredOn(d -> d.kind() == DepartmentKind.DEPARTMENT).hasSize(27)
        .allSatisfy(department -> {
          assertThat(inspectors.all(department.code())).hasSizeBetween(8, 30).allSatisfy(i -> {
            assertThat(i.account()).isEqualTo(i.inForce() ? i.certificateNo() : null);
            assertThat(i.labels()).isNotEmpty();
          });
          int now = inspectors.inForce(department.code(), START).size();
          int atYearEnd = inspectors.inForce(department.code(), LocalDate.of(2024, 12, 20)).size();
          assertThat(now).isLessThan(inspectors.all(department.code()).size());
          assertThat(atYearEnd).isLessThan(now).isGreaterThanOrEqualTo(5);
          assertThat(people.inForce(department.code())).flatExtracting(person -> new ArrayList<>(person.roles()))
              .contains(Role.CLERK, Role.REVIEWER, Role.INSPECTOR);
        });
    assertThat(number("select count(*) from recusal")).isGreaterThan(40);
    assertThat(items.inForce("gaj")).contains("旅馆业从业单位取得许可证及其他情况的检查");
  }

  @Test
  @Clause("一-6")
  @DisplayName("每一行记得来自哪份文件、哪一行、谁、为什么；名录里已有内容时不能再整县装入")
  void keepsWhereFrom() {
    load(CountyFolder.sample());

    assertThat(jdbc.sql("""
        select c.file_name || ' ' || o.line || ' ' || c.reason || ' ' || c.status || ' ' || c.proposed_by_name
        from inspection_object o join registry_change c on c.id = o.change_id order by o.line limit 1""")
        .query(String.class).single()).isEqualTo("objects.csv 2 首次装入 IN_FORCE 命令行首次装入");
    assertThat(number("select count(distinct department) from registry_change where kind = 'MATTERS'")).isGreaterThan(10);
    assertThat(number("select count(*) from registry_change_row")).isZero();
    assertThatThrownBy(() -> load(CountyFolder.sample())).isInstanceOf(CountyNotEmpty.class)
        .hasMessageContaining("名录变更");
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private void smallCounty() throws IOException {
    write("matters.csv", "部门,抽查事项", "公安局,旅馆业治安检查", "县文旅局,旅馆经营检查");
    write("执法检查人员名录.csv", "部门,姓名,执法证号,证件有效期,资质与专长", "公安局,示例甲,14082600001,2026-12-31,治安");
    write("people.csv", "姓名,部门,角色,执法证号", "示例甲,公安局,检查人员,14082600001", "示例乙,公安局,审核,");
    write("objects.csv", "检查对象名称,统一社会信用代码,注册号,类别,地址,信用风险等级,状态,抽查对象范围",
        "示例旅馆,,A1,旅馆,示例路1号,,存续,旅馆");
    write("risk-classes.csv", "统一社会信用代码,信用风险等级", "A1,高风险");
    write("recusals.csv", "部门,执法证号,统一社会信用代码,回避事由", "公安局,14082600001,A1,亲属关系");
  }

  @Test
  @DisplayName("文件用英文名或中文名都行；部门按别名也认得；检查人员有了账号")
  void smallCountyLoads() throws IOException {
    smallCounty();
    load(CountyFolder.at(folder));

    assertThat(items.inForce("wlj")).containsExactly("旅馆经营检查");
    assertThat(inspectors.find("14082600001").orElseThrow().account()).isEqualTo("gaj001");
    assertThat(objects.find("140826:A1").orElseThrow().riskClass()).isEqualTo(RiskClass.D);
    assertThat(number("select count(*) from recusal where object_no = '140826:A1'")).isOne();
  }

  @Test
  @DisplayName("几份文件有错：逐份逐行说明，什么也不留下；标出问题的副本把话写在行旁；改正后整县装入")
  void faultsAreNamedAndNothingStays() throws IOException {
    smallCounty();
    write("matters.csv", "部门,抽查事项", "公安局,旅馆业治安检查", "无此部门,检查");
    write("people.csv", "姓名,部门,角色,执法证号", "示例乙,公安局,局长,");
    write("objects.csv", "检查对象名称,统一社会信用代码,注册号,类别,地址,信用风险等级,状态,抽查对象范围",
        "示例旅馆,123,,旅馆,示例路1号,,存续,旅馆");

    CountyFaulty faulty = catchThrowableOfType(CountyFaulty.class, () -> load(CountyFolder.at(folder)));

    assertThat(faulty).hasMessageContaining("matters.csv：第 3 行“部门”列现为“无此部门”")
        .hasMessageContaining("people.csv：第 2 行“角色”列现为“局长”")
        .hasMessageContaining("objects.csv：第 2 行“统一社会信用代码”列现为“123”");
    assertThat(county.mayBegin()).isTrue();
    assertThat(number("select count(*) from registry_change")).isZero();
    assertThat(number("select count(*) from registry_history")).isZero();
    ByteArrayOutputStream marked = new ByteArrayOutputStream();
    faulty.files().get(0).mark(marked);
    try (SheetFile file = SheetFile.open(marked.toByteArray(), "marked.xlsx")) {
      List<String> notes = new ArrayList<>();
      for (TableRow row : file.table(List.of("问题（改正后删去本列再提交）", "抽查事项"))) {
        notes.add(row.text("抽查事项") + "|" + row.text("问题（改正后删去本列再提交）"));
      }
      assertThat(notes.get(0)).isEqualTo("旅馆业治安检查|");
      assertThat(notes.get(1)).startsWith("检查|部门：应为一个部门的名称或别名");
    }

    smallCounty();
    load(CountyFolder.at(folder));
    assertThat(number("select count(*) from inspection_object")).isOne();
  }

  @Test
  @DisplayName("缺文件、同一份有两个、不是表格：说明是哪一份")
  void unfitFolders() throws IOException {
    assertThatThrownBy(() -> CountyFolder.at(folder.resolve("none"))).isInstanceOf(FolderUnfit.class);
    assertThatThrownBy(() -> CountyFolder.at(folder)).isInstanceOf(FolderUnfit.class)
        .hasMessageContaining("没有抽查事项清单").hasMessageContaining("matters.xlsx");
    smallCounty();
    write("抽查事项清单.xls", "x");
    assertThatThrownBy(() -> CountyFolder.at(folder)).isInstanceOf(FolderUnfit.class)
        .hasMessageContaining("matters.csv、抽查事项清单.xls");
    Files.delete(folder.resolve("抽查事项清单.xls"));
    Files.delete(folder.resolve("people.csv"));
    Files.write(folder.resolve("people.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
    assertThatThrownBy(() -> load(CountyFolder.at(folder))).isInstanceOf(CountyFaulty.class)
        .hasMessageContaining("people.xlsx：");
    assertThat(county.mayBegin()).isTrue();
  }

  private static List<String> scopesOfPlan() throws IOException {
    List<String> found = new ArrayList<>();
    try (InputStream in = new ClassPathResource("reference/plan-2024.csv").getInputStream();
        SheetFile plan = SheetFile.open(in.readAllBytes(), "plan-2024.csv")) {
      plan.table(List.of("抽查对象范围")).forEach(row -> found.add(row.text("抽查对象范围")));
    }
    return found;
  }
}

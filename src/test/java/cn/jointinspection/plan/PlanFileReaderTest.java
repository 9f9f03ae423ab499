package cn.jointinspection.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Clause;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("读取年度抽查计划（按印发的11列）")
class PlanFileReaderTest {

  private static final PlanRows PLAN = read(PlanFiles.plan2024());

  private static PlanRows read(byte[] bytes) {
    return PlanFiles.read(bytes);
  }

  private static PlanRow row(int rowNo) {
    return PLAN.rows().stream().filter(row -> row.rowNo() == rowNo).findFirst().orElseThrow();
  }

  @Test
  @DisplayName("2024年度计划58项任务全部读入，印发件缺少的第15至20项如实指出")
  void readsAll58Rows() {
    assertThat(PLAN.rows()).hasSize(58);
    assertThat(PLAN.rows()).extracting(PlanRow::rowNo).isSorted().startsWith(1, 2).endsWith(63, 64);
    assertThat(PLAN.missing()).containsExactly(15, 16, 17, 18, 19, 20);
  }

  @Test
  @Clause("四-4")
  @DisplayName("抽查比例分为不低于与确定两种：31项为100%")
  void readsRatios() {
    Map<SampleRatio, Long> ratios = PLAN.rows().stream()
        .collect(Collectors.groupingBy(PlanRow::ratio, Collectors.counting()));

    assertThat(ratios).isEqualTo(Map.ofEntries(
        Map.entry(exact(10_000), 31L), Map.entry(exact(7_000), 1L), Map.entry(exact(5_000), 3L),
        Map.entry(exact(3_000), 4L), Map.entry(exact(1_500), 1L),
        Map.entry(atLeast(300), 1L), Map.entry(atLeast(500), 4L), Map.entry(atLeast(1_000), 2L),
        Map.entry(atLeast(3_000), 6L), Map.entry(atLeast(4_000), 4L), Map.entry(atLeast(5_000), 1L)));
  }

  @Test
  @Clause("四-7")
  @DisplayName("第36、53、54项没有风险分类要求，第50项只抽C、D类，其余各种“递增”写法同义")
  void readsRiskRules() {
    Map<RiskRule, Set<Integer>> rules = PLAN.rows().stream().collect(
        Collectors.groupingBy(PlanRow::riskRule, Collectors.mapping(PlanRow::rowNo, Collectors.toSet())));

    assertThat(rules.get(RiskRule.NONE)).containsExactlyInAnyOrder(36, 53, 54);
    assertThat(rules.get(RiskRule.C_AND_D_ONLY)).containsExactly(50);
    assertThat(rules.get(RiskRule.RISING)).hasSize(54);
    assertThat(row(36).riskText()).isEmpty();
    assertThat(row(8).riskText()).isEqualTo("根据企业信用风险分类结果,对低风险、一般风险、较高风险、高风险企业分别递加抽查比例、频次。");
  }

  @Test
  @DisplayName("抽查起止时间读成起止月份")
  void readsWindows() {
    Map<MonthWindow, Long> windows = PLAN.rows().stream()
        .collect(Collectors.groupingBy(PlanRow::window, Collectors.counting()));

    assertThat(windows).isEqualTo(Map.of(
        new MonthWindow(3, 11), 38L, new MonthWindow(4, 11), 8L, new MonthWindow(5, 11), 4L,
        new MonthWindow(6, 11), 1L, new MonthWindow(7, 11), 3L, new MonthWindow(8, 11), 1L,
        new MonthWindow(4, 9), 2L, new MonthWindow(1, 3), 1L));
  }

  @Test
  @DisplayName("发起部门与配合部门对应到部门名录，配合部门保持印发的先后")
  void readsDepartments() {
    assertThat(row(8).leadDepartment()).isEqualTo("gaj");
    assertThat(row(8).cooperating()).containsExactly("scjgj", "wsjds", "xfd");
    assertThat(row(55).cooperating()).containsExactly("scjgj", "bmj");
    assertThat(PLAN.rows()).allSatisfy(row -> assertThat(row.cooperating()).isNotEmpty()
        .doesNotContain(row.leadDepartment()));
  }

  @Test
  @DisplayName("抽查事项只在有编号时拆分，其余顿号不拆")
  void readsMatters() {
    assertThat(row(7).matters()).containsExactly("民用爆炸物品仓储情况", "爆破作业单位执行制度情况", "爆破作业单位现场作业情况");
    assertThat(row(9).matters()).containsExactly("保安从业单位及其保安服务活动情况", "保安培训单位及其培训情况");
    assertThat(row(14).matters()).containsExactly("旅行社取得许可证情况、经营情况的检查");
    assertThat(PLAN.rows().stream().filter(row -> row.matters().size() > 1)).extracting(PlanRow::rowNo)
        .containsExactly(7, 9, 12);
    assertThat(row(7).matterText()).startsWith("1、民用爆炸物品仓储情况；2、");
  }

  @Test
  @DisplayName("任务名称、范围、频次和抽查模式照印发件")
  void readsTheRest() {
    assertThat(row(3).name()).isEqualTo("2024年度对电影院的的双随机抽查");
    assertThat(row(64).scope()).isEqualTo("电力企业(含自备电厂)、新能源企业");
    assertThat(PLAN.rows()).allMatch(row -> row.ratio().timesPerYear() == 1)
        .allMatch(row -> row.mode() == Mode.COUNTY_DRAW_COUNTY_CHECK);
  }

  @Test
  @DisplayName("xlsx、UTF-8带或不带签名、GB18030的内容相同")
  void readsEveryFormatAlike() {
    List<List<String>> table = PlanFiles.table2024();
    byte[] utf8 = PlanFiles.csv(table);
    ByteArrayOutputStream withBom = new ByteArrayOutputStream();
    withBom.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    withBom.writeBytes(utf8);

    assertThat(read(utf8)).isEqualTo(PLAN);
    assertThat(read(withBom.toByteArray())).isEqualTo(PLAN);
    assertThat(read(PlanFiles.csv(table, PlanFiles.GB18030))).isEqualTo(PLAN);
    assertThat(read(PlanFiles.xlsx(table, "计划"))).isEqualTo(PLAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"计划.xls", "计划.xlsm", "计划.csv", "计划.pdf", "计划"})
  @DisplayName("文件名的结尾写错了，按内容读")
  void readsByContent(String name) {
    byte[] xlsx = PlanFiles.xlsx(PlanFiles.table2024(), "计划");

    assertThat(PlanFileReader.read(PlanFiles.file(name, xlsx), PlanFiles.departments())).isEqualTo(PLAN);
    assertThat(PlanFileReader.read(PlanFiles.file(name, PlanFiles.plan2024()), PlanFiles.departments()))
        .isEqualTo(PLAN);
  }

  @Test
  @DisplayName("列的先后、表头全半角与换行、标题行、空行、备注列都不影响读取")
  void isTolerantOfLayout() {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("附件"));
    table.add(List.of("绛县市场监管领域2024年度部门联合双随机“一业一查”抽查工作计划"));
    for (List<String> printed : PlanFiles.table2024()) {
      List<String> row = new ArrayList<>(printed);
      row.replaceAll(cell -> cell.replace("智慧监管（信用风险分类）要求", "智慧监管\n(信用风险分类) 要求")
          .replace("抽查起止时间", "抽查检查起止时间"));
      Collections.reverse(row);
      row.add(row.contains("序号") ? "备注" : "无");
      table.add(row);
      table.add(List.of("", " "));
    }

    assertThat(read(PlanFiles.csv(table))).isEqualTo(PLAN);
    assertThat(read(PlanFiles.xlsx(table, "Sheet1"))).isEqualTo(PLAN);
  }

  @Test
  @DisplayName("每页重复的表头可以换列序，从该页起生效")
  void followsTheHeadOfEachPage() {
    List<List<String>> table = new ArrayList<>(PlanFiles.table2024());
    Function<List<String>, List<String>> swap = row -> {
      List<String> swapped = new ArrayList<>(row);
      Collections.swap(swapped, 0, 1);
      return swapped;
    };
    table.replaceAll(row -> table.indexOf(row) > 14 ? swap.apply(row) : row);
    table.add(15, swap.apply(table.get(0)));

    assertThat(read(PlanFiles.csv(table))).isEqualTo(PLAN);
  }

  @Test
  @DisplayName("印发件的异体写法：空格分开的部门、全半角标点、县抽查县抽查、行末分号")
  void readsPrintedVariants() {
    List<List<String>> table = PlanFiles.oneRow();
    table.get(1).set(5, "抽查比例不低于５％; 1次/年；");
    table.get(1).set(6, "根据企业信用风险分类结果,对低风险、高风险企业分别较加抽查比例、频次");
    table.get(1).set(7, "3月—11月");
    table.get(1).set(9, "市场监管局 卫生监督所\n消防队");
    table.get(1).set(10, "县抽查 县抽查");

    PlanRow row = read(PlanFiles.csv(table)).rows().get(0);

    assertThat(row.ratio()).isEqualTo(atLeast(500));
    assertThat(row.riskRule()).isEqualTo(RiskRule.RISING);
    assertThat(row.window()).isEqualTo(new MonthWindow(3, 11));
    assertThat(row.cooperating()).containsExactly("scjgj", "wsjds", "xfd");
    assertThat(row.mode()).isEqualTo(Mode.COUNTY_DRAW_COUNTY_CHECK);
  }

  @Test
  @DisplayName("上级统一发起的任务照样读入：市抽县查、省抽市查")
  void readsItemsImposedFromAbove() {
    List<List<String>> table = PlanFiles.oneRow();
    table.get(1).set(10, "市抽县查");
    assertThat(read(PlanFiles.csv(table)).rows().get(0).mode()).isEqualTo(Mode.CITY_DRAW_COUNTY_CHECK);
    table.get(1).set(10, "省抽 市查");
    assertThat(read(PlanFiles.csv(table)).rows().get(0).mode()).isEqualTo(Mode.PROVINCE_DRAW_CITY_CHECK);
  }

  @Test
  @DisplayName("GB18030中的四字节生僻字不会读错")
  void readsRareCharacters() {
    List<List<String>> table = PlanFiles.oneRow();
    table.get(1).set(4, "本辖区\u4DAE\uD842\uDFB7店");

    for (Charset charset : List.of(StandardCharsets.UTF_8, PlanFiles.GB18030)) {
      assertThat(read(PlanFiles.csv(table, charset)).rows().get(0).scope()).isEqualTo("本辖区\u4DAE\uD842\uDFB7店");
    }
  }

  private static SampleRatio exact(int basisPoints) {
    return new SampleRatio(RatioKind.EXACT, basisPoints, 1);
  }

  private static SampleRatio atLeast(int basisPoints) {
    return new SampleRatio(RatioKind.AT_LEAST, basisPoints, 1);
  }
}

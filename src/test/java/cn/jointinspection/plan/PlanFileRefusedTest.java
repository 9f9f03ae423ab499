package cn.jointinspection.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.jointinspection.plan.PlanRefused.PlanFileRefused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("有问题的计划文件整份拒绝，逐处指出")
class PlanFileRefusedTest {

  private static PlanFileRefused refused(byte[] bytes) {
    return catchThrowableOfType(PlanFileRefused.class, () -> PlanFiles.read(bytes));
  }

  @ParameterizedTest(name = "{1} 写成“{2}”")
  @DisplayName("一个单元格写错，指出行号、序号、列、现值和应填内容")
  @CsvSource(nullValues = "空", value = {
      "2, 抽查任务名称, 空, 抽查任务的名称",
      "3, 抽查事项, 空, 抽查事项的名称",
      "3, 抽查事项, 1、；2、许可证检查, 编号“1、”",
      "3, 抽查事项, 1、许可证检查；2、许可证检查, 各项不重复",
      "4, 抽查对象范围, 空, 抽查对象的范围",
      "5, 抽查比例及频次, 空, 形如",
      "5, 抽查比例及频次, 抽查比例0%；1次/年, 大于0%",
      "5, 抽查比例及频次, 抽查比例0.00%；1次/年, 大于0%",
      "5, 抽查比例及频次, 抽查比例101%；1次/年, 不超过100%",
      "5, 抽查比例及频次, 抽查比例不低于1000%；1次/年, 不超过100%",
      "5, 抽查比例及频次, 抽查比例5%；0次/年, 每年至少1次",
      "5, 抽查比例及频次, 抽查比例约5%；1次/年, 形如",
      "5, 抽查比例及频次, 抽查比例-5%；1次/年, 形如",
      "5, 抽查比例及频次, 0.05, 形如",
      "6, 智慧监管（信用风险分类）要求, 按风险抽查, 没有要求的留空",
      "6, 智慧监管（信用风险分类）要求, 根据企业信用风险分类结果，对低风险、高风险企业分别降低抽查比例、频次。, 没有要求的留空",
      "7, 抽查起止时间, 空, 形如“3月-11月”",
      "7, 抽查起止时间, 11月-3月, 开始月份不晚于结束月份",
      "7, 抽查起止时间, 0月-3月, 1月至12月",
      "7, 抽查起止时间, 3月-13月, 1月至12月",
      "7, 抽查起止时间, 3月5日-11月30日, 整月",
      "7, 抽查起止时间, 2023年3月-11月, 计划年度2024年",
      "8, 发起部门, 空, 一个发起部门",
      "8, 发起部门, 宣传部、文旅局, 一个发起部门",
      "8, 发起部门, 商务局, 没有“商务局”",
      "8, 发起部门, 领导小组办公室, 没有“领导小组办公室”",
      "9, 配合部门, 空, 至少一个配合部门",
      "9, 配合部门, 文旅局、商务局, 没有“商务局”",
      "9, 配合部门, 文旅局、宣传部, 发起部门以外",
      "9, 配合部门, 文旅局 文旅局, 不重复的部门",
      "10, 抽查模式, 空, 县抽县查、市抽县查、省抽市查之一",
      "10, 抽查模式, 乡抽乡查, 县抽县查、市抽县查、省抽市查之一"})
  void namesTheCell(int column, String head, String found, String expected) {
    List<List<String>> table = PlanFiles.oneRow();
    table.get(1).set(column, found == null ? "" : found);

    for (byte[] file : List.of(PlanFiles.csv(table), PlanFiles.xlsx(table, "计划"))) {
      PlanFileRefused refused = refused(file);

      assertThat(refused.problems()).singleElement().satisfies(problem -> {
        assertThat(problem.fileRow()).isEqualTo(2);
        assertThat(problem.rowNo()).isEqualTo("1");
        assertThat(problem.column()).isEqualTo(head);
        assertThat(problem.found()).isEqualTo(found == null ? "" : found);
        assertThat(problem.expected()).contains(expected);
      });
      assertThat(refused).hasMessageContaining("第2行（序号1）“%s”现为%s".formatted(
          head, found == null ? "空白" : "“" + found + "”")).hasMessageContaining("未导入");
    }
  }

  @ParameterizedTest(name = "序号“{0}”")
  @DisplayName("序号不是1至999的整数")
  @CsvSource({"''", "0", "1000", "一", "1.5", "-1"})
  void refusesRowNumbers(String rowNo) {
    List<List<String>> table = PlanFiles.oneRow();
    table.get(1).set(1, rowNo);

    assertThat(refused(PlanFiles.csv(table)).problems()).singleElement()
        .satisfies(p -> assertThat(p.column()).isEqualTo("序号"))
        .satisfies(p -> assertThat(p.expected()).contains("1至999"));
  }

  @Test
  @DisplayName("所有问题一次列出，不止第一处")
  void listsEveryProblem() {
    List<List<String>> table = new ArrayList<>();
    PlanFiles.table2024().forEach(row -> table.add(new ArrayList<>(row)));
    table.get(3).set(5, "抽查比例0%；1次/年");
    table.get(3).set(8, "商务局");
    table.get(20).set(7, "11月-4月");

    PlanFileRefused refused = refused(PlanFiles.csv(table));

    assertThat(refused.problems()).extracting(PlanProblem::fileRow, PlanProblem::rowNo, PlanProblem::column)
        .containsExactly(
            tuple(4, "3", "抽查比例及频次"),
            tuple(4, "3", "发起部门"),
            tuple(21, "26", "抽查起止时间"));
    assertThat(refused).hasMessageContaining("发现3处问题").hasMessageContaining("第21行（序号26）");
  }

  @Test
  @DisplayName("问题过多时列出前50处并说明总数")
  void listsASensibleNumber() {
    List<List<String>> table = new ArrayList<>();
    PlanFiles.table2024().forEach(row -> table.add(new ArrayList<>(row)));
    table.subList(1, table.size()).forEach(row -> row.set(10, "？"));

    PlanFileRefused refused = refused(PlanFiles.csv(table));

    assertThat(refused.problems()).hasSize(58);
    assertThat(refused.getMessage().lines().filter(line -> line.startsWith("第"))).hasSize(50);
    assertThat(refused).hasMessageContaining("发现58处问题").hasMessageContaining("其余8处略");
  }

  @Test
  @DisplayName("重复的序号指出与哪一行相同")
  void refusesDuplicateRowNumbers() {
    List<List<String>> table = PlanFiles.oneRow();
    table.add(table.get(1));

    assertThat(refused(PlanFiles.csv(table)).problems()).singleElement()
        .satisfies(p -> assertThat(p.fileRow()).isEqualTo(3))
        .satisfies(p -> assertThat(p.expected()).contains("与第2行相同"));
  }

  @Test
  @DisplayName("未加引号的半角逗号使内容移出表格，也会指出")
  void refusesCellsBeyondTheHead() {
    List<List<String>> table = PlanFiles.oneRow();
    table.get(1).add("多出的内容");

    assertThat(refused(PlanFiles.csv(table)).problems()).singleElement()
        .satisfies(p -> assertThat(p.column()).isEqualTo("第12列"))
        .satisfies(p -> assertThat(p.expected()).contains("引号"));
  }

  @Test
  @DisplayName("表头缺列、重列、没有表头、没有任务都拒绝")
  void refusesABrokenHead() {
    List<List<String>> noMode = PlanFiles.oneRow();
    noMode.get(0).set(10, "方式");
    assertThat(refused(PlanFiles.csv(noMode))).hasMessageContaining("第1行的表头缺少：抽查模式");

    List<List<String>> twice = PlanFiles.oneRow();
    twice.get(0).add("抽查模式");
    assertThat(refused(PlanFiles.csv(twice))).hasMessageContaining("“抽查模式”出现了两次");

    assertThat(refused(PlanFiles.csv(PlanFiles.oneRow().subList(1, 2)))).hasMessageContaining("没有找到表头");
    assertThat(refused(PlanFiles.csv(PlanFiles.oneRow().subList(0, 1)))).hasMessageContaining("没有任何计划任务");
    assertThat(refused(PlanFiles.csv(List.of(List.of("工作计划"))))).hasMessageContaining("没有找到表头");
  }

  @Test
  @DisplayName("不是电子表格的文件拒绝，并说明另存为.xlsx")
  void refusesWhatIsNoSpreadsheet() {
    byte[] xlsx = PlanFiles.xlsx(PlanFiles.oneRow(), "计划");
    for (byte[] file : List.of(new byte[0], new byte[] {1, 2, 0, 3}, new byte[] {(byte) 0xFF, (byte) 0xFF, 'a'},
        "序号,\"抽查任务名称".getBytes(StandardCharsets.UTF_8), Arrays.copyOf(xlsx, xlsx.length / 2))) {
      assertThat(refused(file)).hasMessageContaining("另存为 .xlsx");
    }
    PlanFile et = PlanFiles.file("计划.et", xlsx);
    assertThat(catchThrowableOfType(PlanFileRefused.class, () -> PlanFileReader.read(et, PlanFiles.departments())))
        .hasMessageContaining("计划.et").hasMessageContaining("另存为 .xlsx");
    assertThat(refused(new byte[(5 << 20) + 1])).hasMessageContaining("超过5 MB");
  }

  @Test
  @DisplayName("行政区划、标题、年度填写不全也一并指出")
  void refusesBadParticulars() {
    PlanFile file = new PlanFile("计划.csv", PlanFiles.plan2024(), "14082", " ", 24, "", null);

    assertThat(catchThrowableOfType(PlanFileRefused.class, () -> PlanFileReader.read(file, PlanFiles.departments())))
        .hasMessageContaining("发现4处问题").hasMessageContaining("“14082”").hasMessageContaining("行政区划名称")
        .hasMessageContaining("计划标题").hasMessageContaining("“24”");
  }

  @Test
  @DisplayName("行数多得不像年度计划的文件拒绝，不逐行报错")
  void refusesEndlessFiles() {
    List<List<String>> table = PlanFiles.oneRow();
    table.addAll(Collections.nCopies(999, List.of("x", "y", "z")));

    assertThat(refused(PlanFiles.csv(table)).problems()).last()
        .satisfies(p -> assertThat(p).hasToString("表头之下超过999行，不像一份年度计划，请核对文件"));
  }
}

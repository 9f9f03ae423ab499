package cn.jointinspection.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.jointinspection.plan.PlanRefused.PlanFileRefused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("读出的内容写在原文旁边，不是任务的行另列")
class PlanReadingTest {

  @Test
  @DisplayName("比例的五种写法（13-ratio-variants）：各读成一个意思，推读的标出")
  void readsTheVariantsOfRatios() {
    PlanRows read = read(PlanFiles.aCase("13-ratio-variants.xlsx"));

    assertThat(read.rows()).extracting(row -> row.cells().get(4)).containsExactly(
        ratio("抽查比例不低于５％；１次/年", "不低于5%；1次/年", true), ratio("抽查比例≥5%；1次/年", "不低于5%；1次/年", false),
        ratio("不少于5%，每年1次", "不低于5%；1次/年", false), ratio("抽查比例：5%；1次／年", "5%；1次/年", true),
        ratio("100%;1次/年", "100%；1次/年", true));
    assertThat(read.setAside()).isEmpty();
  }

  @Test
  @DisplayName("表下的填表人和注（10-notes-below）：五项任务读入，两行另列")
  void setsNotesAside() {
    PlanRows read = read(PlanFiles.aCase("10-notes-below.xlsx"));

    assertThat(read.rows()).extracting(PlanRow::rowNo).containsExactly(1, 2, 3, 4, 5);
    assertThat(read.setAside()).containsExactly(
        new PlanLine(8, "填表人：示例 联系电话：0359-0000000"), new PlanLine(9, "注：以上任务由各部门负责"));
  }

  @Test
  @DisplayName("小标题、合计、签字栏、并到整行的说明都另列，一行不丢")
  void setsEveryOtherLineAside() {
    List<List<String>> table = PlanFiles.oneRow();
    table.add(1, List.of("一、宣传部门"));
    table.add(List.of("合计", "1", "", "", "", "58项"));
    table.add(List.of("填表人：示例", "", "审核人：示例", "", "负责人：示例", "", "", "", "2024年3月1日"));
    table.add(List.of("", "", "联系电话：0359-0000000"));
    table.add(new ArrayList<>(Collections.nCopies(11, "注：并到整行")));

    PlanRows read = PlanFiles.read(PlanFiles.csv(table));

    assertThat(read.rows()).extracting(PlanRow::rowNo).containsExactly(1);
    assertThat(read.setAside()).containsExactly(new PlanLine(2, "一、宣传部门"), new PlanLine(4, "合计 1 58项"),
        new PlanLine(5, "填表人：示例 审核人：示例 负责人：示例 2024年3月1日"), new PlanLine(6, "联系电话：0359-0000000"),
        new PlanLine(7, "注：并到整行"));
  }

  @Test
  @DisplayName("漏填序号和名称、其余写得像任务的行不另列，指出缺什么")
  void neverSetsATaskAside() {
    List<List<String>> table = PlanFiles.oneRow();
    List<String> task = new ArrayList<>(table.get(1));
    task.set(1, "");
    task.set(2, "");
    table.add(task);
    table.add(List.of("绛县", "3"));

    assertThat(catchThrowableOfType(PlanFileRefused.class, () -> PlanFiles.read(PlanFiles.csv(table))).problems())
        .extracting(PlanProblem::fileRow, PlanProblem::column).containsExactly(
            tuple(3, "序号"), tuple(3, "抽查任务名称"),
            tuple(4, "抽查任务名称"));
  }

  @Test
  @DisplayName("部门的全称、简称、带县名的写法读成部门名录的名称，并标为推读")
  void readsDepartmentsByTheirOtherNames() {
    List<List<String>> table = PlanFiles.oneRow();
    table.get(1).set(8, "县文化和旅游局");
    table.get(1).set(9, "市场监督管理局和绛县公安局、\n消防队");

    PlanRow row = PlanFiles.read(PlanFiles.csv(table)).rows().get(0);

    assertThat(row.leadDepartment()).isEqualTo("wlj");
    assertThat(row.cooperating()).containsExactly("scjgj", "gaj", "xfd");
    assertThat(row.cells()).filteredOn(cell -> !cell.literal()).containsExactly(
        new PlanCell("发起部门", "县文化和旅游局", "文旅局", false),
        new PlanCell("配合部门", "市场监督管理局和绛县公安局、\n消防队", "市场监管局、公安局、消防队", false));
  }

  @Test
  @DisplayName("印发的2024年计划没有一处推读")
  void thePrintedPlanIsLiteral() {
    assertThat(PlanFiles.read(PlanFiles.plan2024()).rows()).flatExtracting(PlanRow::cells).allMatch(PlanCell::literal);
  }

  @Test
  @DisplayName("同一份读法有同一个摘要，读法一变摘要就变")
  void theDigestTellsReadingsApart() {
    List<List<String>> table = PlanFiles.oneRow();
    String digest = PlanFiles.read(PlanFiles.csv(table)).digest();
    assertThat(PlanFiles.read(PlanFiles.csv(table)).digest()).isEqualTo(digest);

    table.add(List.of("注：示例"));
    assertThat(PlanFiles.read(PlanFiles.csv(table)).digest()).isNotEqualTo(digest);
  }

  private static PlanRows read(PlanFile file) {
    return PlanFileReader.read(file, PlanFiles.departments());
  }

  private static PlanCell ratio(String text, String reading, boolean literal) {
    return new PlanCell("抽查比例及频次", text, reading, literal);
  }
}

package cn.jointinspection.deadlines.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.jointinspection.deadlines.TimeLimits.Base;
import cn.jointinspection.deadlines.TimeLimits.Limit;
import cn.jointinspection.deadlines.TimeLimits.Supervisor;
import cn.jointinspection.deadlines.TimeLimits.Told;
import cn.jointinspection.deadlines.limits.LimitsRefused.TimeLimitsRefused;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("时限表文件：坏表整张拒绝，说明第几行哪一栏；改动只动该动的格")
class TimeLimitsTableTest {

  private final TimeLimitsFile file = new TimeLimitsFile(null);

  @Test
  @DisplayName("随程序的表每个环节都写明期限、提醒、提醒谁、逾期转谁督办")
  void theShippedTable() {
    TimeLimitsTable table = file.check(file.shipped());

    assertThat(table.row("cosign").orElseThrow().limit())
        .isEqualTo(new Limit(Base.NOW, 5, 2, 3, Set.of(Told.DEPARTMENT), Supervisor.OFFICE));
    assertThat(table.row("coordinate").orElseThrow().limit().escalatesTo()).isEqualTo(Supervisor.DISCIPLINE);
    assertThat(table.row("enter").orElseThrow().limit().tells()).containsExactly(Told.ASSIGNEE, Told.DEPARTMENT);
    assertThat(table.rows()).extracting(row -> row.limit().text())
        .contains("收到任务后 5 个工作日内", "计划窗口结束日前 30 个工作日", "方案定的检查截止日", "公示期限");
  }

  /** In the row of {@code cosign}, which is the second. */
  @ParameterizedTest(name = "{0} 写成 {1}")
  @DisplayName("每一栏写错都说明第几行、哪一栏、应写什么")
  @CsvSource(quoteCharacter = '`', value = {
      "base, \"TOMORROW\", 第 2 行（会签：配合部门积极响应（二））“起算基准”一栏：写的是“\"TOMORROW\"”",
      "base, NOW, “起算基准”一栏：写的是“NOW”",
      "base, \"PUBLICATION\", “起算基准”一栏：环节 cosign 开始时还没有“公示期限”这个日期",
      "days, -1, “工作日”一栏：写的是“-1”，应为 0 到 250 的整数",
      "days, 251, “工作日”一栏：写的是“251”",
      "days, 2.5, “工作日”一栏：写的是“2.5”",
      "days, days + 1, “工作日”一栏：写的是“days + 1”",
      "remindBefore, 6, “提前提醒”一栏：提前 6 个工作日提醒，比期限 5 个工作日还长",
      "remindBefore, -2, “提前提醒”一栏：写的是“-2”",
      "remindAfterEvery, 0, “逾期后再提醒”一栏：写的是“0”，应为 1 到 250 的整数",
      "tells, \"MAYOR\", “提醒谁”一栏：写的是“\"MAYOR\"”",
      "tells, \"DEPARTMENT,\", “提醒谁”一栏：写的是“\"DEPARTMENT,\"”",
      "tells, \"\", “提醒谁”一栏：写的是“\"\"”",
      "escalatesTo, \"gaj\", “逾期转谁督办”一栏：写的是“\"gaj\"”，应为 OFFICE、DISCIPLINE 之一"})
  void aWrongCell(String column, String text, String message) {
    assertThatExceptionOfType(TimeLimitsRefused.class).isThrownBy(() -> file.check(cell("02", column, text)))
        .withMessageStartingWith("时限表未采用，未作任何更改：\n第 2 行").withMessageContaining(message)
        .withMessageEndingWith("请改正后重新提交。");
  }

  @Test
  @DisplayName("几处错误一次说完")
  void allAtOnce() {
    String xml = new String(cell("02", "days", "-1"), StandardCharsets.UTF_8)
        .replaceFirst("(out_03_base\">\\s*<text>)[^<]*", "$1\"LATER\"");

    assertThatExceptionOfType(TimeLimitsRefused.class).isThrownBy(() -> file.check(bytes(xml)))
        .withMessageContaining("第 2 行（会签").withMessageContaining("第 3 行（协调");
  }

  @Test
  @DisplayName("环节重复、缺少、没有写明的，都拒绝")
  void everyStepOnce() {
    assertThatExceptionOfType(TimeLimitsRefused.class).isThrownBy(() -> file.check(step("\"cosign\"", "\"launch\"")))
        .withMessageContaining("第 2 行").withMessageContaining("launch 与第 1 行重复");
    assertThatExceptionOfType(TimeLimitsRefused.class).isThrownBy(() -> file.check(step("\"cosign\"", "\"other\"")))
        .withMessageContaining("缺少环节 cosign（会签：配合部门积极响应（二））");
    assertThatExceptionOfType(TimeLimitsRefused.class).isThrownBy(() -> file.check(step("\"cosign\"", "-")))
        .withMessageContaining("“环节”一栏：写的是“-”");
  }

  @Test
  @DisplayName("读不出来的文件、别的决策表、缺一栏的表，都拒绝")
  void noSuchTable() {
    String shipped = new String(file.shipped(), StandardCharsets.UTF_8);
    assertThatExceptionOfType(TimeLimitsRefused.class).isThrownBy(() -> file.check(bytes("这不是表")))
        .withMessageContaining("不是完好的 DMN 决策表");
    assertThatExceptionOfType(TimeLimitsRefused.class)
        .isThrownBy(() -> file.check(bytes(shipped.replace("id=\"time-limits\"", "id=\"other\"")
            .replace("dmnElementRef=\"time-limits\"", "dmnElementRef=\"other\""))))
        .withMessageContaining("没有编号为 time-limits 的决策表");
    assertThatExceptionOfType(TimeLimitsRefused.class)
        .isThrownBy(() -> file.check(bytes(shipped.replace("name=\"tells\"", "name=\"whom\""))))
        .withMessageContaining("表头：缺少“提醒谁”一栏（tells）");
    assertThatExceptionOfType(TimeLimitsRefused.class)
        .isThrownBy(() -> file.check(bytes(shipped.replace("hitPolicy=\"UNIQUE\"", "hitPolicy=\"FIRST\""))))
        .withMessageContaining("UNIQUE");
  }

  @Test
  @DisplayName("改一格，其余各行各栏和说明文字一个不变")
  void editsOneCell() {
    byte[] edited = file.with(file.shipped(), Map.of("cosign", Map.of(Column.DAYS, "7")));

    TimeLimitsTable before = file.shippedTable();
    TimeLimitsTable after = file.check(edited);
    assertThat(before.changesTo(after)).singleElement().satisfies(change -> {
      assertThat(change.description()).isEqualTo("会签：配合部门积极响应（二）");
      assertThat(change.before().days()).isEqualTo(5);
      assertThat(change.after().days()).isEqualTo(7);
    });
    assertThat(after.rows()).extracting(TimeLimitsTable.Row::description)
        .isEqualTo(before.rows().stream().map(TimeLimitsTable.Row::description).toList());
    assertThat(new String(edited, StandardCharsets.UTF_8)).contains("dmnElementRef=\"time-limits\"");
  }

  @Test
  @DisplayName("程序升级新增的环节补在表尾，办公室改过的数不动")
  void addsWhatANewProgramAsksFor() {
    String shipped = new String(file.shipped(), StandardCharsets.UTF_8);
    byte[] older = bytes(shipped.replaceFirst("(?s)<rule id=\"rule_22\">.*?</rule>", "")
        .replaceFirst("(?<=out_02_days\">\\s{0,20}<text>)5", "9"));
    TimeLimitsTable old = TimeLimitsTable.read(older);

    TimeLimitsTable upgraded = file.check(file.with(older, old.missing(file.shippedTable())));

    assertThat(old.changesTo(upgraded)).extracting(TimeLimitsTable.Change::description, TimeLimitsTable.Change::before)
        .containsExactly(tuple("决定是否重算在办事项的期限（六）", null));
    assertThat(upgraded.row("cosign").orElseThrow().limit().days()).isEqualTo(9);
    assertThat(upgraded.row("recompute").orElseThrow().limit())
        .isEqualTo(file.shippedTable().row("recompute").orElseThrow().limit());
  }

  private byte[] cell(String rule, String column, String text) {
    String xml = new String(file.shipped(), StandardCharsets.UTF_8);
    String changed = xml.replaceFirst("(out_" + rule + "_" + column + "\">\\s*<text>)[^<]*", "$1" + text);
    assertThat(changed).isNotEqualTo(xml);
    return bytes(changed);
  }

  private byte[] step(String old, String other) {
    return bytes(new String(file.shipped(), StandardCharsets.UTF_8).replace("<text>" + old + "<", "<text>" + other + "<"));
  }

  private static byte[] bytes(String xml) {
    return xml.getBytes(StandardCharsets.UTF_8);
  }
}

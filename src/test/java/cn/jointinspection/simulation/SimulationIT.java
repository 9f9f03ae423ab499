package cn.jointinspection.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jointinspection.Application;
import cn.jointinspection.Clause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test of the whole: every process, form, timer and rule, as a county of people would use them in a year. */
@DisplayName("用一条命令过完一年")
class SimulationIT {

  private static final Pattern TOTAL = Pattern.compile("(?m)^合计 +58 +58 +(\\d+) +(\\d+) +(\\d+) +(\\d+) +(\\d+) +(\\d+) +(\\d+) +(\\d+)$");

  @TempDir Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int simulate(String... arguments) {
    printed.reset();
    return SimulateCommand.run(Application.class, arguments, printed);
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  @Clause({"三-17", "五-10"})
  @DisplayName("全年58项任务走到底：没有停住的流程，没有事件，每户每部门恰有一个公示结果或记明的原因")
  void theWholeYear() throws IOException {
    Path report = folder.resolve("year.html");

    int exit = simulate("simulate", "--year", "2024", "--seed", "7", "--report", report.toString());

    assertThat(text()).contains("核对：没有停住的流程，没有事件，每户每部门恰有一个公示结果或记明的原因。");
    assertThat(exit).isEqualTo(SimulateCommand.IN_ORDER);
    Matcher total = TOTAL.matcher(text());
    assertThat(total.find()).as(text()).isTrue();
    int drawn = Integer.parseInt(total.group(1));
    assertThat(drawn).isGreaterThan(1000);
    assertThat(total.group(2)).as("检查").isEqualTo(total.group(1));
    assertThat(total.group(3)).as("录入").isEqualTo(total.group(1));
    assertThat(total.group(4)).as("公示").isEqualTo(total.group(1));
    for (int column = 5; column <= 8; column++) {
      assertThat(Integer.parseInt(total.group(column))).as("有问题、免查、逾期、抄告").isPositive();
    }
    assertThat(text()).contains("达标   双随机抽查覆盖的抽查事项（三）", "达标   运用信用风险分类的联合抽查（四）",
        "达标   抽查结果录入（五）", "达标   抽查结果公示（五）");
    assertThat(Files.readString(report)).contains("<svg", "polyline", "2024年度联合抽查模拟报告", "140826-2024-008");
  }

  @Test
  @DisplayName("种子相同，数字相同；种子不同，数字不同")
  void theSameSeedGivesTheSameFigures() {
    String[] spring = {"simulate", "--year", "2024", "--seed", "7", "--until", "2024-04-26", "--report",
        folder.resolve("a.html").toString()};
    assertThat(simulate(spring)).isEqualTo(SimulateCommand.IN_ORDER);
    String first = figures();
    assertThat(simulate(spring)).isEqualTo(SimulateCommand.IN_ORDER);
    assertThat(figures()).isEqualTo(first);

    spring[4] = "8";
    simulate(spring);
    assertThat(figures()).isNotEqualTo(first);
  }

  /** The table by department, without seed and file names. */
  private String figures() {
    String text = text();
    return text.substring(text.indexOf("部门  "), text.indexOf("核对："));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("命令写错时说明哪里错、怎么写，什么也不启动")
  @CsvSource({
      "--year 2031, 没有 2031 年的年度抽查计划",
      "--seed seven, 选项 --seed 应是整数，不是“seven”",
      "--until soon, 选项 --until 应是日期",
      "--speed 9, 不认识选项 --speed",
      "--seed, 选项 --seed 后面缺少内容"})
  void wrongCommandLines(String arguments, String complaint) {
    int exit = simulate(("simulate " + arguments).split(" "));

    assertThat(exit).isEqualTo(SimulateCommand.MALFORMED);
    assertThat(text()).contains(complaint).contains("用法：simulate");
  }
}

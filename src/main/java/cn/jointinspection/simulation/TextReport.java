package cn.jointinspection.simulation;

import cn.jointinspection.supervision.YearFigures.DepartmentYear;
import cn.jointinspection.supervision.YearFigures.Figures;
import cn.jointinspection.supervision.YearFigures.Target;
import java.io.PrintStream;
import java.util.List;

/** The year's report for a terminal. */
final class TextReport {

  private static final int NAME_WIDTH = 18;
  private static final int NUMBER_WIDTH = 8;
  private static final int FIRST_WIDE = 0x2e80;

  private final PrintStream out;

  TextReport(PrintStream out) {
    this.out = out;
  }

  void print(SimulateCommand.Order order, Figures figures, List<String> complaints) {
    out.println();
    out.println(order.year() + "年度联合抽查模拟报告，种子 " + order.seed());
    out.println(left("部门") + right("计划") + right("发起") + right("抽中") + right("检查") + right("录入") + right("公示")
        + right("有问题") + right("免查") + right("逾期") + right("抄告"));
    figures.departments().forEach(this::row);
    row(figures.total());
    out.println();
    figures.targets().forEach(this::target);
    out.println();
    if (order.until() != null) {
      out.println("核对：只走到 " + order.until() + "，未作全年核对。");
    } else if (complaints.isEmpty()) {
      out.println("核对：没有停住的流程，没有事件，每户每部门恰有一个公示结果或记明的原因。");
    } else {
      out.println("核对发现 " + complaints.size() + " 处问题：");
      complaints.forEach(complaint -> out.println("  " + complaint));
    }
  }

  private void row(DepartmentYear d) {
    out.println(left(d.name()) + right(d.planned()) + right(d.launched()) + right(d.drawn()) + right(d.checked())
        + right(d.entered()) + right(d.published()) + right(d.problems()) + right(d.dropped()) + right(d.late())
        + right(d.referred()));
  }

  private void target(Target target) {
    String share = target.denominator() == 0 ? "—" : "%.1f%%".formatted(100.0 * target.numerator() / target.denominator());
    out.println((target.met() ? "达标  " : "未达标") + " " + target.name() + "（" + target.clause() + "）：" + target.numerator()
        + " / " + target.denominator() + " = " + share + "，应不低于 " + target.percent() + "%");
  }

  private static String left(String text) {
    return text + " ".repeat(Math.max(1, NAME_WIDTH - width(text)));
  }

  private static String right(Object value) {
    String text = String.valueOf(value);
    return " ".repeat(Math.max(1, NUMBER_WIDTH - width(text))) + text;
  }

  /** A Chinese character takes two columns. */
  private static int width(String text) {
    return text.chars().map(c -> c >= FIRST_WIDE ? 2 : 1).sum();
  }
}

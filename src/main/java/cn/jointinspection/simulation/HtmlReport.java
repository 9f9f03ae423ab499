package cn.jointinspection.simulation;

import cn.jointinspection.platform.Look;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.supervision.YearFigures;
import cn.jointinspection.supervision.YearFigures.DepartmentYear;
import cn.jointinspection.supervision.YearFigures.Figures;
import cn.jointinspection.supervision.YearFigures.InspectionYear;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The year's report as a page of its own, with plots as SVG; needs nothing from elsewhere. */
@Component
@Profile("simulation")
class HtmlReport {

  private static final int WIDTH = 920;
  private static final int HEIGHT = 260;

  private final ITemplateEngine templates;
  private final YearFigures figures;
  private final Departments departments;

  HtmlReport(ITemplateEngine templates, YearFigures figures, Departments departments) {
    this.templates = templates;
    this.figures = figures;
    this.departments = departments;
  }

  /** @param points x,y pairs in the plot's coordinates */
  record Line(String name, String colour, String points, int last) {}

  record Month(int x, String name) {}

  record Item(String id, String title, String lead, LocalDate launched, int drawn, int published, String status) {}

  String of(SimulateCommand.Order order, Figures result, List<SimulatedYear.Point> curve, List<String> complaints) {
    Context context = new Context(Locale.CHINA);
    context.setVariables(Map.of(
        "order", order, "figures", result, "complaints", complaints, "width", WIDTH, "height", HEIGHT,
        "checks", List.of(
            line("抽中", "var(--edge)", curve, DepartmentYear::drawn), line("已检查", "var(--blue)", curve, DepartmentYear::checked),
            line("已公示", "var(--green)", curve, DepartmentYear::published)),
        "trouble", List.of(
            line("逾期", "var(--red)", curve, DepartmentYear::late), line("抄告", "var(--amber)", curve, DepartmentYear::referred)),
        "months", months(curve),
        "most", Math.max(1, result.departments().stream().mapToInt(DepartmentYear::drawn).max().orElse(1)),
        "items", figures.inspections(order.year()).stream().map(this::item).toList()));
    return Look.inlined(templates.process("report/year", context));
  }

  /** Lines of one plot share a scale: that of the largest. */
  private static Line line(String name, String colour, List<SimulatedYear.Point> curve, ToIntFunction<DepartmentYear> value) {
    SimulatedYear.Point last = curve.get(curve.size() - 1);
    int top = Math.max(1, name.equals("逾期") || name.equals("抄告")
        ? Math.max(last.total().late(), last.total().referred()) : last.total().drawn());
    return new Line(name, colour, curve.stream()
        .map(point -> x(curve, point.day()) + "," + (HEIGHT - (long) HEIGHT * value.applyAsInt(point.total()) / top))
        .collect(Collectors.joining(" ")), value.applyAsInt(last.total()));
  }

  private static long x(List<SimulatedYear.Point> curve, LocalDate day) {
    LocalDate first = curve.get(0).day();
    long days = Math.max(1, ChronoUnit.DAYS.between(first, curve.get(curve.size() - 1).day()));
    return WIDTH * ChronoUnit.DAYS.between(first, day) / days;
  }

  private static List<Month> months(List<SimulatedYear.Point> curve) {
    List<Month> months = new ArrayList<>();
    LocalDate end = curve.get(curve.size() - 1).day();
    for (LocalDate day = curve.get(0).day().plusMonths(1).withDayOfMonth(1); !day.isAfter(end); day = day.plusMonths(1)) {
      months.add(new Month((int) x(curve, day), day.getMonthValue() + "月"));
    }
    return months;
  }

  private Item item(InspectionYear joint) {
    return new Item(joint.number(), joint.title(), departments.byCode(joint.leadDepartment()).name(),
        joint.launchedAt() == null ? null : LocalDate.ofInstant(joint.launchedAt(), ZoneId.systemDefault()),
        joint.counts().drawn(), joint.counts().published(), joint.stage().text());
  }
}

package cn.jointinspection.disclosure;

import cn.jointinspection.plan.Mode;
import cn.jointinspection.plan.PlanItem;
import cn.jointinspection.plan.RatioKind;
import cn.jointinspection.registry.Departments;
import java.math.BigDecimal;
import java.util.List;

/** One row of the published plan, in the printed words. */
record PlanLine(
    int rowNo, String name, List<String> matters, String scope, String ratio, String times, String window, String lead,
    List<String> cooperating, String mode) {

  static PlanLine of(PlanItem item, Departments departments) {
    return new PlanLine(
        item.rowNo(),
        item.name(),
        item.matters(),
        item.scope(),
        ratio(item),
        item.timesPerYear() + "次/年",
        item.windowFrom() + "月-" + item.windowTo() + "月",
        departments.byCode(item.leadDepartment()).name(),
        item.cooperating().stream().map(code -> departments.byCode(code).name()).toList(),
        words(item.mode()));
  }

  private static String ratio(PlanItem item) {
    String percent = BigDecimal.valueOf(item.basisPoints(), 2).stripTrailingZeros().toPlainString() + "%";
    return (item.ratioKind() == RatioKind.AT_LEAST ? "不低于" : "") + percent;
  }

  private static String words(Mode mode) {
    return switch (mode) {
      case COUNTY_DRAW_COUNTY_CHECK -> "县抽县查";
      case CITY_DRAW_COUNTY_CHECK -> "市抽县查";
      case PROVINCE_DRAW_CITY_CHECK -> "省抽市查";
    };
  }
}

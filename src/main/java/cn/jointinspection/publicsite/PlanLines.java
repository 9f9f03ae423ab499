package cn.jointinspection.publicsite;

import cn.jointinspection.plan.AnnualPlan;
import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.plan.ChangeWords;
import cn.jointinspection.plan.Mode;
import cn.jointinspection.plan.PlanAdjustment;
import cn.jointinspection.plan.PlanAdjustments;
import cn.jointinspection.plan.PlanItem;
import cn.jointinspection.registry.Departments;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A published plan in words, each item with the filings that changed it; applications that are not filed stay inside. */
@Component
class PlanLines {

  private final AnnualPlans plans;
  private final PlanAdjustments adjustments;
  private final ChangeWords words;
  private final Departments departments;
  private final Clock clock;

  PlanLines(AnnualPlans plans, PlanAdjustments adjustments, ChangeWords words, Departments departments, Clock clock) {
    this.plans = plans;
    this.adjustments = adjustments;
    this.words = words;
    this.departments = departments;
    this.clock = clock;
  }

  /** @param department code of one that must take part; empty for all */
  List<PlanLine> of(AnnualPlan plan, String department) {
    Map<Integer, List<PlanAdjustment>> filed =
        adjustments.filed(plan.id()).stream().collect(Collectors.groupingBy(PlanAdjustment::rowNo));
    return plans.items(plan.id()).stream()
        .filter(item -> department.isEmpty() || takesPart(department, item))
        .map(item -> line(plan, item, filed.getOrDefault(item.rowNo(), List.of()))).toList();
  }

  private static boolean takesPart(String department, PlanItem item) {
    return item.leadDepartment().equals(department) || item.cooperating().contains(department);
  }

  private PlanLine line(AnnualPlan plan, PlanItem item, List<PlanAdjustment> filed) {
    return new PlanLine(plan.jointInspectionId(item.rowNo()), item.rowNo(), item.name(), item.matters(), item.scope(),
        item.ratio().words(), item.ratio().timesPerYear() + "次/年",
        item.window().words(), name(item.leadDepartment()),
        item.cooperating().stream().map(this::name).toList(), words(item.mode()), item.cancelledBy(),
        filed.stream().map(this::filing).toList());
  }

  private PlanLine.Filing filing(PlanAdjustment filed) {
    return new PlanLine.Filing(filed.filingNo(), LocalDate.ofInstant(filed.reviewed().at(), clock.getZone()),
        name(filed.department()), words.of(filed.before(), filed.change()), filed.reason());
  }

  private String name(String department) {
    return departments.byCode(department).name();
  }

  private static String words(Mode mode) {
    return switch (mode) {
      case COUNTY_DRAW_COUNTY_CHECK -> "县抽县查";
      case CITY_DRAW_COUNTY_CHECK -> "市抽县查";
      case PROVINCE_DRAW_CITY_CHECK -> "省抽市查";
    };
  }
}

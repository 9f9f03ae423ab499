package cn.jointinspection.process.planadjustment;

import cn.jointinspection.draw.DrawsOfInspections;
import cn.jointinspection.draw.FreezeRequest;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.inspection.JointInspectionStatus;
import cn.jointinspection.inspection.PlanChanges;
import cn.jointinspection.plan.AdjustmentKind;
import cn.jointinspection.plan.AdjustmentStatus;
import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.plan.ChangeWords;
import cn.jointinspection.plan.ItemChange;
import cn.jointinspection.plan.PlanAdjustment;
import cn.jointinspection.plan.PlanAdjustments;
import cn.jointinspection.plan.PlanItem;
import cn.jointinspection.plan.RatioKind;
import cn.jointinspection.plan.RiskRule;
import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.process.publicdraw.Strata;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.RiskClass;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people must know of a plan item and a change of it, in their words. */
@Component
class AdjustmentFacts {

  private final AnnualPlans plans;
  private final PlanAdjustments adjustments;
  private final PlanChanges changes;
  private final DrawsOfInspections draws;
  private final AdjustmentDesk desk;
  private final ChangeWords words;
  private final Strata strata;
  private final Departments departments;

  AdjustmentFacts(AnnualPlans plans, PlanAdjustments adjustments, PlanChanges changes,
      DrawsOfInspections draws, AdjustmentDesk desk, ChangeWords words, Strata strata, Departments departments) {
    this.plans = plans;
    this.adjustments = adjustments;
    this.changes = changes;
    this.draws = draws;
    this.desk = desk;
    this.words = words;
    this.strata = strata;
    this.departments = departments;
  }

  /** @param impossible why the joint inspection does not allow it any more; null if it does */
  record Kind(String code, String label, String impossible) {}

  /** @param weight that holds now; @param usual by the sampling policy */
  record ClassWeight(String code, String label, Integer weight, Integer usual) {}

  /**
   * @param weights one for each class that is drawn apart; empty where none is
   * @param weightsFiled whether the weights are the item's own
   */
  record Item(
      String id, int rowNo, String title, String lead, String leadName, String status, @JsonUnwrapped Period period,
      @JsonUnwrapped Ratio share, List<String> cooperating, String cooperatingNames, List<ClassWeight> weights,
      boolean weightsFiled, List<Kind> kinds) {}

  /**
   * @param from first month, 1 to 12
   * @param to last month
   * @param checkUntil last day of the checks by the scheme; null before it is launched, as is the first
   */
  record Period(int from, int to, LocalDate checkFrom, LocalDate checkUntil) {}

  /** @param percent of the objects */
  record Ratio(RatioKind ratioKind, BigDecimal percent, String ratio) {}

  record Row(String label, String before, String after) {}

  record Filing(String filingNo, String what, String reason, Instant at) {}

  /** @param earlier what has been filed for the item before */
  record Facts(
      long id, String kind, String department, String applicant, Instant appliedAt, String reason, List<Row> rows,
      Item item, List<Filing> earlier) {}

  PlanAdjustment adjustment(WorkItem item) {
    return adjustments.get(Long.parseLong(item.variable(PlanAdjustmentProcess.VARIABLE_ADJUSTMENT_ID)));
  }

  String subject(WorkItem item) {
    PlanAdjustment adjustment = adjustment(item);
    return adjustment.change().kind().text() + "，" + desk.inspection(adjustment).title();
  }

  /** What these joint inspections come from, as it stands. */
  List<Item> items(List<JointInspection> inspections) {
    Map<Long, Map<Integer, PlanItem>> items = inspections.stream().map(one -> one.plan().id()).distinct()
        .collect(Collectors.toMap(Function.identity(), plan -> plans.items(plan).stream()
            .collect(Collectors.toMap(PlanItem::rowNo, Function.identity()))));
    Set<String> frozen = draws.frozen(inspections.stream().map(JointInspection::id).toList());
    Map<RiskRule, List<FreezeRequest.Stratum>> usual = new EnumMap<>(RiskRule.class);
    return inspections.stream().map(inspection -> {
      PlanItem item = items.get(inspection.plan().id()).get(inspection.plan().rowNo());
      return item(inspection, item, frozen.contains(inspection.id()),
          usual.computeIfAbsent(item.risk().rule(), strata::byPolicy));
    }).toList();
  }

  private Item item(
      JointInspection inspection, PlanItem item, boolean frozen, List<FreezeRequest.Stratum> usual) {
    boolean launched = inspection.status() != JointInspectionStatus.WAITING;
    return new Item(inspection.id(), item.rowNo(), item.name(), item.leadDepartment(), name(item.leadDepartment()),
        inspection.status().text(), new Period(item.window().from(), item.window().to(),
            launched ? inspection.scheme().checkFrom() : null, launched ? inspection.scheme().checkUntil() : null),
        new Ratio(item.ratio().kind(), BigDecimal.valueOf(item.ratio().basisPoints(), 2), item.ratio().words()),
        item.cooperating(), words.of(new ItemChange.Cooperating(item.cooperating())), weights(item, usual),
        !item.weights().isEmpty(),
        Arrays.stream(AdjustmentKind.values()).map(kind -> kind(inspection, item, kind, frozen)).toList());
  }

  private List<ClassWeight> weights(PlanItem item, List<FreezeRequest.Stratum> usual) {
    if (item.risk().rule().drawn().isEmpty()) {
      return List.of();
    }
    var now = item.weights().isEmpty() ? usual : strata.of(item);
    List<ClassWeight> weights = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      weights.add(new ClassWeight(now.get(i).code(), RiskClass.valueOf(now.get(i).code()).label(), now.get(i).weight(),
          usual.get(i).weight()));
    }
    return weights;
  }

  private Kind kind(JointInspection inspection, PlanItem item, AdjustmentKind kind, boolean frozen) {
    if (kind == AdjustmentKind.WEIGHTS && item.risk().rule().drawn().isEmpty()) {
      return new Kind(kind.name(), kind.text(), "该项没有信用风险分类要求，抽取不分层。");
    }
    return new Kind(kind.name(), kind.text(), impossible(inspection, ItemChange.current(item, kind), frozen));
  }

  private String impossible(JointInspection inspection, ItemChange change, boolean frozen) {
    try {
      changes.check(inspection, change, frozen);
      return null;
    } catch (RuleViolation refusal) {
      return refusal.getMessage();
    }
  }

  Facts of(PlanAdjustment adjustment) {
    JointInspection inspection = desk.inspection(adjustment);
    return new Facts(adjustment.id(), adjustment.change().kind().text(), name(adjustment.department()),
        adjustment.applied().name(), adjustment.applied().at(), adjustment.reason(), rows(adjustment, inspection),
        items(List.of(inspection)).get(0), earlier(adjustment));
  }

  /** Why it cannot be filed as it stands now; null if it can. */
  String impossible(PlanAdjustment adjustment) {
    try {
      changes.check(desk.inspection(adjustment).id(), adjustment.change());
      adjustments.check(plans.item(adjustment.planId(), adjustment.rowNo()), adjustment.change());
      return null;
    } catch (RuleViolation refusal) {
      return refusal.getMessage();
    }
  }

  private List<Row> rows(PlanAdjustment adjustment, JointInspection inspection) {
    PlanItem item = plans.item(adjustment.planId(), adjustment.rowNo());
    ItemChange change = adjustment.change();
    ItemChange now = ItemChange.current(item, change.kind());
    List<Row> rows = new ArrayList<>();
    if (change instanceof ItemChange.Window window) {
      rows.add(new Row("抽查起止时间", words.of(now), words.of(new ItemChange.Window(window.from(), window.to(), null))));
      if (window.checkUntil() != null) {
        rows.add(new Row("检查截止日", inspection.checkUntil().toString(), window.checkUntil().toString()));
      }
    } else if (change instanceof ItemChange.Weights weights) {
      weights(item, strata.byPolicy(item.risk().rule())).forEach(weight -> rows.add(new Row(weight.label() + "权重", String.valueOf(weight.weight()),
          String.valueOf(weights.byClass().getOrDefault(RiskClass.valueOf(weight.code()), weight.usual())))));
      rows.add(new Row("依据", item.weights().isEmpty() ? "抽取规则" : "本项备案",
          weights.byClass().isEmpty() ? "抽取规则" : "本项备案"));
    } else if (change instanceof ItemChange.Cancel) {
      rows.add(new Row("任务状态", inspection.status().text(), JointInspectionStatus.CANCELLED.text()));
    } else {
      rows.add(new Row(change instanceof ItemChange.Ratio ? "抽查比例" : "配合部门", words.of(now), words.of(change)));
    }
    return rows;
  }

  private List<Filing> earlier(PlanAdjustment adjustment) {
    return adjustments.of(adjustment.planId()).stream()
        .filter(other -> other.rowNo() == adjustment.rowNo() && other.status() == AdjustmentStatus.FILED)
        .map(filed -> new Filing(filed.filingNo(), words.of(filed.before(), filed.change()), filed.reason(),
            filed.reviewed().at())).toList();
  }

  private String name(String department) {
    return departments.byCode(department).name();
  }
}

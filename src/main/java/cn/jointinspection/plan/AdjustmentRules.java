package cn.jointinspection.plan;

import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.registry.Bodies;
import cn.jointinspection.registry.RiskClass;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** What a change of the plan must be before it can be asked for, and again before it is filed (二). */
final class AdjustmentRules {

  private static final int EVERYTHING = 10_000;
  private static final int LARGEST_WEIGHT = 1_000_000;

  private AdjustmentRules() {}

  /** @param inspecting codes of the departments that inspect */
  static void check(AnnualPlan plan, PlanItem item, ItemChange change, Set<String> inspecting, LocalDate today) {
    inForce(plan, item);
    if (change instanceof ItemChange.Window window) {
      windowIsOfTheYear(window);
      windowIsNotOver(plan, window, today);
    } else if (change instanceof ItemChange.Ratio ratio) {
      ratioIsAShare(ratio);
    } else if (change instanceof ItemChange.Cooperating cooperating) {
      cooperatingInspect(item, cooperating, inspecting);
    } else if (change instanceof ItemChange.Weights weights) {
      weightsHaveEffect(item, weights.byClass());
      weightsRise(item, weights.byClass());
    }
    changesSomething(item, change);
  }

  /** Only a plan in force is changed by filing, and only an item that is not cancelled. */
  static void inForce(AnnualPlan plan, PlanItem item) {
    if (plan.status() != PlanStatus.PUBLISHED) {
      throw new AdjustmentRefused("“%s”%s，不是执行中的计划，不需要备案调整".formatted(plan.title(), plan.status().text()));
    }
    if (item.cancelled()) {
      throw new AdjustmentRefused("第 %d 项已由备案 %s 取消，不能再调整".formatted(item.rowNo(), item.cancelledBy()));
    }
  }

  static void windowIsOfTheYear(ItemChange.Window window) {
    if (window.from() < 1 || window.to() > 12 || window.from() > window.to()) {
      throw new AdjustmentRefused(
          "时间窗口 %d月-%d月 不成立，应在 1月 至 12月 之内，开始月份不晚于结束月份".formatted(window.from(), window.to()));
    }
  }

  static void windowIsNotOver(AnnualPlan plan, ItemChange.Window window, LocalDate today) {
    LocalDate closes = window.closes(plan.year());
    if (closes.isBefore(today)) {
      throw new AdjustmentRefused("新窗口在 %s 已经结束，请改为今天（%s）以后结束的窗口".formatted(closes, today));
    }
  }

  static void ratioIsAShare(ItemChange.Ratio ratio) {
    if (ratio.ratioKind() == null || ratio.basisPoints() < 1 || ratio.basisPoints() > EVERYTHING) {
      throw new AdjustmentRefused("抽查比例须写明“不低于”或确定比例，在 0.01% 至 100% 之间");
    }
  }

  /** A joint inspection has others beside its lead department; coordinating bodies never inspect. */
  static void cooperatingInspect(PlanItem item, ItemChange.Cooperating cooperating, Set<String> inspecting) {
    List<String> named = cooperating.departments();
    if (named.isEmpty()) {
      throw new AdjustmentRefused("部门联合抽查至少要有一个配合部门");
    }
    if (new HashSet<>(named).size() < named.size() || named.contains(item.leadDepartment())) {
      throw new AdjustmentRefused("配合部门不能重复，也不能是发起部门自己");
    }
    Set<String> others = new TreeSet<>(named);
    others.removeAll(inspecting);
    if (!others.isEmpty()) {
      throw new AdjustmentRefused("这些部门不承担检查，不能列为配合部门：" + String.join("、", others));
    }
  }

  /** Where all is taken, or classes are not told apart, weights would be published and mean nothing. */
  static void weightsHaveEffect(PlanItem item, SortedMap<RiskClass, Integer> weights) {
    if (weights.isEmpty()) {
      return;
    }
    if (item.risk().rule() == RiskRule.NONE) {
      throw new AdjustmentRefused("第 %d 项没有信用风险分类要求，抽取不分层，没有权重可调".formatted(item.rowNo()));
    }
    if (item.ratio().basisPoints() == EVERYTHING) {
      throw new AdjustmentRefused("第 %d 项抽查比例为 100%%，全部检查，权重不起作用".formatted(item.rowNo()));
    }
  }

  /** 分别递加抽查比例 (四): every class that is drawn has a weight, strictly above the one before (draw-spec 2). */
  static void weightsRise(PlanItem item, SortedMap<RiskClass, Integer> weights) {
    if (weights.isEmpty()) {
      return;
    }
    if (!weights.keySet().equals(item.risk().rule().drawn())) {
      throw new AdjustmentRefused("权重应按 %s 各填一个".formatted(String.join("、",
          item.risk().rule().drawn().stream().map(RiskClass::label).toList())));
    }
    int before = 0;
    for (Map.Entry<RiskClass, Integer> weight : weights.entrySet()) {
      if (weight.getValue() == null || weight.getValue() <= before || weight.getValue() > LARGEST_WEIGHT) {
        throw new AdjustmentRefused("权重应为 1 至 %d 的整数，并随风险等级逐级升高，不能持平或降低；%s不符合"
            .formatted(LARGEST_WEIGHT, weight.getKey().label()));
      }
      before = weight.getValue();
    }
  }

  static void changesSomething(PlanItem item, ItemChange change) {
    boolean same = change.equals(ItemChange.current(item, change.kind()));
    if (same && change.kind() != AdjustmentKind.CANCEL) {
      throw new AdjustmentRefused("调整后与现在的计划相同，没有要备案的内容");
    }
  }

  static void reasonGiven(String reason, String what) {
    if (reason == null || reason.isBlank()) {
      throw new AdjustmentRefused("没有写明" + what);
    }
  }

  /** A department changes what it leads; the office may change any item, then another of its people files. */
  static void mayApply(PlanItem item, String leadName, Actor actor) {
    if (!actor.in(item.leadDepartment()) && !actor.in(Bodies.OFFICE)) {
      throw new OnlyTheLeadDepartmentApplies(actor.name(), item.rowNo(), leadName);
    }
  }

  static void officeFiles(Actor actor) {
    if (!actor.in(Bodies.OFFICE)) {
      throw new OnlyTheOfficeFiles(actor.name());
    }
  }

  /** Nobody files his own application. */
  static void reviewerDidNotApply(PlanAdjustment adjustment, Actor actor) {
    if (actor.userId().equals(adjustment.applied().account())) {
      throw new ReviewerMustNotHaveApplied(actor.name());
    }
  }

  static void inState(PlanAdjustment adjustment, AdjustmentStatus needed, String step) {
    if (adjustment.status() != needed) {
      throw new WrongAdjustmentStatus(adjustment.status(), step);
    }
  }

  static final class AdjustmentRefused extends RuleViolation {
    AdjustmentRefused(String what) {
      super(what + "。计划未作任何更改，请改正后再提交。");
    }
  }

  static final class OneOpenAdjustmentPerItem extends RuleViolation {
    OneOpenAdjustmentPerItem(int rowNo) {
      super("第 " + rowNo + " 项已有一件调整申请还没有办结，不能同时再提。请等办结后再申请，或在“答复备案意见”待办中修改后重新申请。");
    }
  }

  static final class OnlyTheLeadDepartmentApplies extends RuleViolation {
    OnlyTheLeadDepartmentApplies(String person, int rowNo, String lead) {
      super("第 " + rowNo + " 项由" + lead + "发起，只能由该部门或领导小组办公室申请调整，" + person
          + "不在其中，未作任何更改。请转告" + lead + "。");
    }
  }

  static final class OnlyTheOfficeFiles extends RuleViolation {
    OnlyTheOfficeFiles(String person) {
      super("计划调整由领导小组办公室备案，" + person + "不在该办公室，未作任何更改。请转告领导小组办公室。");
    }
  }

  static final class ReviewerMustNotHaveApplied extends RuleViolation {
    ReviewerMustNotHaveApplied(String person) {
      super("这件调整是" + person + "自己申请的，不能由本人备案审查，未作任何更改。请由领导小组办公室的另一位同事办理。");
    }
  }

  static final class WrongAdjustmentStatus extends RuleViolation {
    WrongAdjustmentStatus(AdjustmentStatus now, String step) {
      super("这件调整申请现在是“" + now.text() + "”，不能" + step + "，未作任何更改。请刷新页面，看是否已有人办理。");
    }
  }

  static final class UnknownAdjustment extends RuleViolation {
    UnknownAdjustment(long id) {
      super("没有编号为 " + id + " 的计划调整申请。请从待办重新进入。");
    }
  }
}

package cn.jointinspection.plan;

import cn.jointinspection.registry.RiskClass;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One change of one plan item (计划调整, 二); as JSON its kind stands in the property {@code kind}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ItemChange.Window.class, name = "WINDOW"),
    @JsonSubTypes.Type(value = ItemChange.Ratio.class, name = "RATIO"),
    @JsonSubTypes.Type(value = ItemChange.Cooperating.class, name = "COOPERATING"),
    @JsonSubTypes.Type(value = ItemChange.Weights.class, name = "WEIGHTS"),
    @JsonSubTypes.Type(value = ItemChange.Cancel.class, name = "CANCEL")
})
public sealed interface ItemChange {

  AdjustmentKind kind();

  /**
   * 抽查起止时间.
   *
   * @param from first month, 1 to 12
   * @param to last month, not before the first
   * @param checkUntil new last day of the checks, only where a scheme has set one; null leaves it as it is
   */
  record Window(int from, int to, LocalDate checkUntil) implements ItemChange {

    @Override
    public AdjustmentKind kind() {
      return AdjustmentKind.WINDOW;
    }

    /** First day of the window in the plan's year. */
    public LocalDate opens(int year) {
      return LocalDate.of(year, from, 1);
    }

    /** Last day of the window in the plan's year. */
    public LocalDate closes(int year) {
      return YearMonth.of(year, to).atEndOfMonth();
    }
  }

  /**
   * 抽查比例.
   *
   * @param ratioKind null is refused by the rules
   * @param basisPoints 1 to 10000
   */
  record Ratio(RatioKind ratioKind, int basisPoints) implements ItemChange {

    @Override
    public AdjustmentKind kind() {
      return AdjustmentKind.RATIO;
    }
  }

  /**
   * 配合部门.
   *
   * @param departments codes, in the order in which they are to be printed
   */
  record Cooperating(List<String> departments) implements ItemChange {

    public Cooperating {
      departments = departments == null ? List.of() : List.copyOf(departments);
    }

    @Override
    public AdjustmentKind kind() {
      return AdjustmentKind.COOPERATING;
    }
  }

  /**
   * Weights of the draw's strata (draw-spec 2).
   *
   * @param byClass in rising risk; empty: those of the sampling policy
   */
  record Weights(SortedMap<RiskClass, Integer> byClass) implements ItemChange {

    public Weights {
      byClass = byClass == null ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(byClass));
    }

    @Override
    public AdjustmentKind kind() {
      return AdjustmentKind.WEIGHTS;
    }
  }

  /** 取消任务; what it replaces is the item itself. */
  record Cancel() implements ItemChange {

    @Override
    public AdjustmentKind kind() {
      return AdjustmentKind.CANCEL;
    }
  }

  /** What the item now has of this kind. */
  static ItemChange current(PlanItem item, AdjustmentKind kind) {
    return switch (kind) {
      case WINDOW -> new Window(item.window().from(), item.window().to(), null);
      case RATIO -> new Ratio(item.ratio().kind(), item.ratio().basisPoints());
      case COOPERATING -> new Cooperating(item.cooperating());
      case WEIGHTS -> new Weights(item.weights());
      case CANCEL -> new Cancel();
    };
  }
}

package cn.jointinspection.plan;

import cn.jointinspection.registry.RiskClass;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One row of an annual plan (计划任务) as it now stands: as printed, with every filed change (二).
 *
 * @param rowNo 序号
 * @param matters 抽查事项, at least one: what is inspected once a year at most
 * @param scopeId id of the scope in the registry
 * @param scope 抽查对象范围, as printed
 * @param leadDepartment code of the 发起部门
 * @param cooperating codes of the 配合部门 in printed order, at least one
 * @param weights of the draw by class, as filed; empty where those of the sampling policy hold
 * @param cancelledBy number of the filing that cancelled the item; null while it is in force
 */
public record PlanItem(
    long planId,
    int rowNo,
    String name,
    List<String> matters,
    int scopeId,
    String scope,
    SampleRatio ratio,
    RiskRequirement risk,
    MonthWindow window,
    String leadDepartment,
    List<String> cooperating,
    Mode mode,
    SortedMap<RiskClass, Integer> weights,
    String cancelledBy) {

  public PlanItem {
    matters = List.copyOf(matters);
    cooperating = List.copyOf(cooperating);
    weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
  }

  public boolean cancelled() {
    return cancelledBy != null;
  }
}

package cn.jointinspection.draw;

import cn.jointinspection.registry.TaskNature;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a draw is to be made from.
 *
 * @param title of the joint inspection
 * @param scopeId scope whose objects are drawn
 * @param leadDepartment whose own grades of the objects count before the class of all departments (四)
 * @param matters matters inspected; an object already covered for one of them this year is excluded (1次/年)
 * @param nature what kind of task: some may draw again what was drawn once (二-11)
 * @param strata codes and weights in rising risk; a class that is missing here is not drawn
 * @param stratified false: all classes are the one stratum given
 * @param teams per department: how many inspectors, at least two, and the labels that must be held
 */
public record FreezeRequest(
    String jointInspectionId,
    int year,
    String title,
    int scopeId,
    String leadDepartment,
    List<String> matters,
    TaskNature nature,
    Ratio ratio,
    List<Stratum> strata,
    boolean stratified,
    List<Team> teams,
    int slack,
    PublicSource publicSource) {

  /**
   * @param atLeast whether it is a minimum (不低于 n%)
   * @param basisPoints 1 to 10000
   * @param planned number wanted; only with {@code atLeast}; nullable
   */
  public record Ratio(boolean atLeast, int basisPoints, Integer planned) {}

  public record Stratum(String code, int weight) {}

  /** @param labels minimum number of holders by label */
  public record Team(String department, int count, SortedMap<String, Integer> labels) {

    public Team {
      labels = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<String, Integer>(Map.copyOf(labels)));
    }
  }
}

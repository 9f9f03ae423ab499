package cn.jointinspection.inspection;

import cn.jointinspection.registry.TaskNature;
import java.time.LocalDate;
import java.util.List;

/**
 * The joint scheme (联合检查方案) that the lead department draws up with those who take part (二).
 *
 * @param text what is checked and how
 * @param methods at least one
 * @param planned number of objects wanted where the plan gives only a minimum; null: the minimum
 * @param checkFrom first day of the checks, within the plan item's window
 * @param checkUntil last day of the checks, within the plan item's window
 * @param publicKind source of the draw's public value: {@code dice}, {@code lottery}, {@code drand} or {@code none}
 * @param publicSource names the one later event that gives the value; {@code none} with kind {@code none}
 * @param slack how far an inspector's load may lie above the lowest, 0 or more
 * @param teams one for each department that takes part
 * @param nature what kind of task it is: some may inspect again what was inspected once (二-11)
 * @param natureReason on what it rests that it is one of a key area, or special; null for a general one
 */
public record Scheme(
    String text,
    List<Method> methods,
    Integer planned,
    LocalDate checkFrom,
    LocalDate checkUntil,
    String publicKind,
    String publicSource,
    int slack,
    List<TeamDemand> teams,
    TaskNature nature,
    String natureReason) {

  public Scheme {
    methods = methods == null ? List.of() : List.copyOf(methods);
    teams = teams == null ? List.of() : List.copyOf(teams);
    natureReason = nature == TaskNature.GENERAL ? null : natureReason;
  }
}

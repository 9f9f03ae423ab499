package cn.jointinspection.inspection;

import java.util.Map;

/**
 * How many inspectors a department sends to each object, and what they must bring.
 *
 * @param department code
 * @param count at least 2
 * @param labels label of qualification or expertise, and how many of the team must hold it; may be empty
 */
public record TeamDemand(String department, int count, Map<String, Integer> labels) {

  public TeamDemand {
    labels = labels == null ? Map.of() : Map.copyOf(labels);
  }
}

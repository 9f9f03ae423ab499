package cn.jointinspection.draw;

import java.util.List;
import java.util.Map;

/**
 * Who was drawn and who inspects, with the people's decisions on shortfalls applied.
 *
 * @param selected in order of visits
 * @param teams by object id, then department code: certificate numbers in order of picking, the first leads the team
 */
public record DrawResult(
    String drawId, List<Selected> selected, Map<String, Map<String, List<String>>> teams) {

  /**
   * @param visitNo from 1
   * @param objectNo the object's public id
   * @param stratum risk class it was drawn in; {@code ALL} where the item knows no risk rule
   */
  public record Selected(int visitNo, String objectNo, String stratum) {}
}

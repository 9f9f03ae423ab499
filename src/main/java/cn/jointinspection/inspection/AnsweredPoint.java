package cn.jointinspection.inspection;

import cn.jointinspection.registry.CheckPoint;

/**
 * A point of a checklist (检查要点) as it was answered in a check.
 *
 * @param point as it stood then
 */
public record AnsweredPoint(String matter, CheckPoint point, PointAnswer answer) {

  /** The answer without its note: 符合, or a number with its unit; null where the note is all. */
  public String words() {
    if (answer.verdict() != null) {
      return answer.verdict().text();
    }
    return answer.number() == null ? null : answer.number().stripTrailingZeros().toPlainString() + " " + point.unit();
  }
}

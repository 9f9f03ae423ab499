package cn.jointinspection.plan;

/**
 * 抽查比例及频次 of an item.
 *
 * @param basisPoints share of the objects, 1 to 10000; 10000 is 100 %: all objects are inspected
 */
public record SampleRatio(RatioKind kind, int basisPoints, int timesPerYear) {

  /** The share as printed: 不低于5% or 30%. */
  public String words() {
    return kind.words(basisPoints);
  }

  public boolean atLeast() {
    return kind == RatioKind.AT_LEAST;
  }
}

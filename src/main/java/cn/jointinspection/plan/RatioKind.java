package cn.jointinspection.plan;

import java.math.BigDecimal;

/** How a share of the objects is named (抽查比例). */
public enum RatioKind {
  /** 不低于 n%: the sample may be larger. */
  AT_LEAST,

  /** n%: the sample is this share, rounded up by the draw. */
  EXACT;

  /**
   * The ratio as printed: 不低于5% or 30%.
   *
   * @param basisPoints 10000 is 100 %
   */
  public String words(int basisPoints) {
    String percent = BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "%";
    return this == AT_LEAST ? "不低于" + percent : percent;
  }
}

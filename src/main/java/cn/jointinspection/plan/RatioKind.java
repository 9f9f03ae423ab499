package cn.jointinspection.plan;

/** How a share of the objects is named (抽查比例). */
public enum RatioKind {
  /** 不低于 n%: the sample may be larger. */
  AT_LEAST,

  /** n%: the sample is this share, rounded up by the draw. */
  EXACT
}

package cn.jointinspection.inspection;

/** What the office decides on a refused scheme (二). */
public enum CosignDecision {
  /** The others go on without the department. */
  EXCUSE,
  /** The lead department draws the scheme up anew; all are asked again. */
  BACK_TO_LEAD
}

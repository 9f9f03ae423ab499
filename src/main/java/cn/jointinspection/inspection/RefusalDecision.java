package cn.jointinspection.inspection;

/** What the office decides on a refused part (二). */
public enum RefusalDecision {
  /** The department's checks of this joint inspection are dropped. */
  EXCUSE,
  /** The department is asked again. */
  INSIST
}

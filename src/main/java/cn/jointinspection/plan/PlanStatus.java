package cn.jointinspection.plan;

/** Where a plan stands. */
public enum PlanStatus {
  /** Imported, the office has not examined it. */
  DRAFT,

  /** In force and public; changed only by a filing (二). */
  PUBLISHED,

  /** Refused by the office; kept for the record. */
  DISCARDED
}

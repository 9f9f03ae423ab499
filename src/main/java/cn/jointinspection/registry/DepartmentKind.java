package cn.jointinspection.registry;

/** What a body does in joint inspections. */
public enum DepartmentKind {
  /** 领导小组办公室: plans, coordinates and counts; a coordinating body never inspects. */
  OFFICE,
  /** 纪检监察: watches draws and return visits (五); never inspects. */
  DISCIPLINE,
  /** Leads or takes part in inspections. */
  DEPARTMENT
}

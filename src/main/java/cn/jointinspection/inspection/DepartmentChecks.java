package cn.jointinspection.inspection;

/** Local copy of a signature until the inspection branch is merged. */
public interface DepartmentChecks {
  CheckReport report(long checkId);
}

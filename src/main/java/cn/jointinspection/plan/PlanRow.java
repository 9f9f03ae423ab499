package cn.jointinspection.plan;

import java.util.List;

/** One row of a plan file, read: as {@link PlanItem}, with the scope and the matters still as printed. */
record PlanRow(
    int rowNo,
    String name,
    String matterText,
    List<String> matters,
    String scope,
    Wording.Ratio ratio,
    RiskRule riskRule,
    String riskText,
    Wording.Window window,
    String leadDepartment,
    List<String> cooperating,
    Mode mode) {}

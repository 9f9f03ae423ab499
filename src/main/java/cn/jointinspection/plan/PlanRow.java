package cn.jointinspection.plan;

import java.util.List;

/**
 * One row of a plan file, read: as {@link PlanItem}, with the scope and the matters still as printed.
 *
 * @param cells what was read, each beside its text, in the order of the columns
 */
record PlanRow(
    int rowNo,
    String name,
    String matterText,
    List<String> matters,
    String scope,
    SampleRatio ratio,
    RiskRule riskRule,
    String riskText,
    MonthWindow window,
    String leadDepartment,
    List<String> cooperating,
    Mode mode,
    List<PlanCell> cells) {}

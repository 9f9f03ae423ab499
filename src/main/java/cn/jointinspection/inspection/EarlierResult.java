package cn.jointinspection.inspection;

import java.time.LocalDate;
import java.util.List;

/** A published result of an object, recognised by all departments (检查结果互认, 五); {@code statement} is nullable. */
public record EarlierResult(
    String jointInspectionId,
    String title,
    String departmentName,
    LocalDate checkedOn,
    List<String> results,
    String statement) {}

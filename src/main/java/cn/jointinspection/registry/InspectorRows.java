package cn.jointinspection.registry;

import cn.jointinspection.platform.sheet.CellText;
import cn.jointinspection.platform.sheet.TableRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the rows of an inspector file (执法检查人员名录). */
public final class InspectorRows {

  public static final String MATTERS = "可检查事项";
  /** In the place of a list of matters. */
  public static final String ALL_MATTERS = "全部";
  public static final List<String> HEADS = List.of("姓名", "执法证号", "部门", "证件有效期", "资质与专长");
  public static final List<String> ALL_HEADS = Stream.concat(HEADS.stream(), Stream.of("状态", MATTERS)).toList();
  private static final Map<String, Boolean> IN_FORCE = Map.of("", true, "在岗", true, "离岗", false);

  private final DepartmentNames departments;
  private final CellChecks checks;

  public InspectorRows(DepartmentNames departments, CellChecks checks) {
    this.departments = departments;
    this.checks = checks;
  }

  /** The row as an inspector; what is wrong with it is in the checks, and then the inspector is not to be used. */
  public Inspector read(TableRow row) {
    String certificateNo = CellText.code(row.text("执法证号"));
    if (certificateNo.matches("[0-9A-Za-z]{5,30}")) {
      checks.unique(certificateNo, row, "执法证号");
    } else if (checks.hasItsDigits(row, "执法证号")) {
      checks.problem(row, "执法证号", "5 至 30 位数字或字母");
    }
    DepartmentNames.Named named = departments.resolve(CellText.name(row.text("部门")));
    Optional<Department> department = named.department().filter(d -> d.kind() == DepartmentKind.DEPARTMENT);
    String code = checks.orProblem(department.map(Department::code), row, "部门", "一个参加抽查的部门的名称或别名（"
        + (named.department().isPresent() ? named.text() + "不参加抽查" : named.problem()) + "）");
    LocalDate expiresOn = checks.date(row, "证件有效期", "有效期的最后一日，例如 2026-12-31");
    Boolean inForce =
        checks.orProblem(Optional.ofNullable(IN_FORCE.get(CellText.name(row.text("状态")))), row, "状态", "在岗或离岗");
    List<String> labels = CellChecks.parts(row.text("资质与专长"), "[、，,；;\\n]");
    return new Inspector(certificateNo, checks.required(row, "姓名", 50), code, null, expiresOn, labels,
        matters(row.text(MATTERS)), Boolean.TRUE.equals(inForce), 0);
  }

  /** Empty for all. */
  private static List<String> matters(String text) {
    List<String> parts = CellChecks.parts(text, "[；;\\n]");
    return parts.equals(List.of(ALL_MATTERS)) ? List.of() : parts;
  }
}

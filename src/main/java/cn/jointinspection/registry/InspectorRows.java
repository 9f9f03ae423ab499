package cn.jointinspection.registry;

import cn.jointinspection.platform.Sheet.TableRow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the rows of an inspector file (执法检查人员名录). */
final class InspectorRows {

  static final List<String> HEADS = List.of("姓名", "执法证号", "部门", "证件有效期", "资质与专长");
  private static final List<Pattern> DATES = List.of(
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})"), Pattern.compile("(\\d{4})(年)(\\d{1,2})月(\\d{1,2})日"),
      Pattern.compile("(\\d{4})()(\\d{2})(\\d{2})"));
  private static final Map<String, Boolean> IN_FORCE = Map.of("", true, "在岗", true, "离岗", false);

  private final DepartmentNames departments;
  private final CellChecks checks;

  InspectorRows(DepartmentNames departments, CellChecks checks) {
    this.departments = departments;
    this.checks = checks;
  }

  /** The row as an inspector; what is wrong with it is in the checks, and then the inspector is not to be used. */
  Inspector read(TableRow row) {
    String certificateNo = row.text("执法证号");
    if (certificateNo.matches("[0-9A-Za-z]{5,30}")) {
      checks.unique(certificateNo, row, "执法证号");
    } else {
      checks.problem(row, "执法证号", "5 至 30 位数字或字母");
    }
    DepartmentNames.Named named = departments.resolve(row.text("部门"));
    Optional<Department> department = named.department().filter(d -> d.kind() == DepartmentKind.DEPARTMENT);
    String code = checks.orProblem(department.map(Department::code), row, "部门", "一个参加抽查的部门的名称或别名（"
        + (named.department().isPresent() ? named.text() + "不参加抽查" : named.problem()) + "）");
    LocalDate expiresOn =
        checks.orProblem(date(row.text("证件有效期")), row, "证件有效期", "有效期的最后一日，例如 2026-12-31");
    Boolean inForce =
        checks.orProblem(Optional.ofNullable(IN_FORCE.get(row.text("状态"))), row, "状态", "在岗或离岗");
    List<String> labels = CellChecks.parts(row.text("资质与专长"), "[、，,；;\\n]");
    if (labels.stream().anyMatch(CellChecks::hasControlCharacter)) {
      checks.problem(row, "资质与专长", "用顿号隔开的文字");
    }
    return new Inspector(certificateNo, checks.required(row, "姓名", 50), code, null, expiresOn, labels,
        Boolean.TRUE.equals(inForce), 0);
  }

  /** 2024-03-20, 2024/3/20, 2024.3.20, 2024年3月20日 or 20240320. */
  private static Optional<LocalDate> date(String text) {
    return DATES.stream().map(pattern -> pattern.matcher(text)).filter(Matcher::matches).findFirst().flatMap(parts -> {
      try {
        return Optional.of(LocalDate.of(
            Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4))));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    });
  }
}

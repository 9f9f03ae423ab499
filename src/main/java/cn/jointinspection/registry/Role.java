package cn.jointinspection.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a person does here (人员名册); one person may have several. */
public enum Role {
  /** Does the department's work: launches, co-signs, accepts. */
  CLERK("经办", DepartmentKind.DEPARTMENT, "经办人", "经办人员"),
  /** Reviews what others of the department entered. */
  REVIEWER("审核", DepartmentKind.DEPARTMENT, "审核人", "审核人员"),
  /** Keeps the registries and this roster, in whichever body. */
  REGISTRAR("登记员", null, "登记", "登记人员"),
  /** May be drawn (执法检查人员). */
  INSPECTOR("检查人员", DepartmentKind.DEPARTMENT, "执法检查人员", "检查员", "执法人员"),
  /** Works in the leading group's office. */
  OFFICE("办公室", DepartmentKind.OFFICE, "领导小组办公室"),
  /** Works in the discipline body. */
  DISCIPLINE("纪检", DepartmentKind.DISCIPLINE, "纪检监察");

  private final String text;
  private final DepartmentKind body;
  private final List<String> otherNames;

  Role(String text, DepartmentKind body, String... otherNames) {
    this.text = text;
    this.body = body;
    this.otherNames = List.of(otherNames);
  }

  public String text() {
    return text;
  }

  /** Whether people of such a body can have it: a body that coordinates or watches never inspects. */
  public boolean isOf(DepartmentKind kind) {
    return body == null || body == kind;
  }

  /** The role that a file calls so. */
  static Optional<Role> named(String text) {
    return Arrays.stream(values()).filter(role -> role.text.equals(text) || role.otherNames.contains(text)).findFirst();
  }
}

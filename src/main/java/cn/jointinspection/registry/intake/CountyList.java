package cn.jointinspection.registry.intake;

import java.util.List;
import java.util.stream.Stream;

/** The files of a county's first load, in the order in which they are put in force: each may name what stands before it. */
public enum CountyList {
  MATTERS("matters", ChangeKind.MATTERS, true),
  INSPECTORS("inspectors", ChangeKind.INSPECTORS, true),
  PEOPLE("people", null, false),
  OBJECTS("objects", ChangeKind.OBJECTS, false),
  RISK_CLASSES("risk-classes", ChangeKind.RISK_CLASSES, false),
  RECUSALS("recusals", ChangeKind.RECUSALS, true);

  private static final String ROSTER = "人员名册";

  private final String stem;
  private final ChangeKind kind;
  private final boolean byDepartment;

  CountyList(String stem, ChangeKind kind, boolean byDepartment) {
    this.stem = stem;
    this.kind = kind;
    this.byDepartment = byDepartment;
  }

  public String label() {
    return kind == null ? ROSTER : kind.label();
  }

  /** Names of the file without the ending that says its format. */
  List<String> stems() {
    return List.of(stem, label());
  }

  /** Null for the roster, which is no registry. */
  ChangeKind kind() {
    return kind;
  }

  /** Whether each department has a list of its own, and the column 部门 says whose row it is. */
  boolean byDepartment() {
    return byDepartment;
  }

  static Stream<CountyList> all() {
    return Stream.of(values());
  }
}

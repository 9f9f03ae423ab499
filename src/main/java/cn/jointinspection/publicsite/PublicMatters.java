package cn.jointinspection.publicsite;

import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.Matter;
import cn.jointinspection.registry.MatterDifference;
import cn.jointinspection.registry.MatterLists;
import cn.jointinspection.registry.intake.MatterVersion;
import cn.jointinspection.registry.intake.MatterVersions;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The departments' lists of matters as everybody may read them (公示本部门随机抽查事项清单, 一). */
@Service
class PublicMatters {

  private final MatterLists lists;
  private final MatterVersions versions;
  private final Departments departments;

  PublicMatters(MatterLists lists, MatterVersions versions, Departments departments) {
    this.lists = lists;
    this.versions = versions;
    this.departments = departments;
  }

  /**
   * A version of a list. Who proposed and who approved it is for the department's staff.
   *
   * @param change number of the change that made it
   * @param added matters and points, as are the next two
   */
  record Version(
      int number, String change, OffsetDateTime inForceAt, String reason, int added, int changed, int removed) {

    static Version of(MatterVersion version) {
      return new Version(version.number(), version.changeNumber(), version.inForceAt(), version.reason(), version.added(),
          version.changed(), version.removed());
    }
  }

  /** @param version the newest; null where the list was there before its changes were counted */
  record Listed(String department, String departmentName, Version version, List<Matter> matters) {}

  /** @param changes what made this version, in words; empty for the list as it is */
  record OneList(
      String department, String departmentName, Version version, List<Matter> matters, List<Version> versions,
      List<String> changes) {}

  /** Every department's list in force, as printed; departments without one are left out. */
  @Transactional(readOnly = true)
  public List<Listed> all() {
    return listed(lists.all());
  }

  /** As {@link #all}, with the matters that say this anywhere. */
  @Transactional(readOnly = true)
  public List<Listed> search(String text) {
    return listed(lists.search(text));
  }

  private List<Listed> listed(List<Matter> matters) {
    Map<String, MatterVersion> newest =
        versions.newest().stream().collect(Collectors.toMap(MatterVersion::department, Function.identity()));
    Map<String, List<Matter>> found = matters.stream().collect(Collectors.groupingBy(Matter::department));
    return inspecting().stream().filter(department -> found.containsKey(department.code()))
        .map(department -> new Listed(department.code(), department.name(),
            Optional.ofNullable(newest.get(department.code())).map(Version::of).orElse(null),
            found.get(department.code())))
        .toList();
  }

  /** The department's list as it is; empty if there is no such department. */
  @Transactional(readOnly = true)
  public Optional<OneList> find(String department) {
    return named(department).map(name -> {
      List<Version> all = versions.of(department).stream().map(Version::of).toList();
      return new OneList(department, name, all.isEmpty() ? null : all.get(0), lists.of(department), all, List.of());
    });
  }

  /** The department's list as a version of it was; empty if there is no such department or version. */
  @Transactional(readOnly = true)
  public Optional<OneList> find(String department, int version) {
    List<MatterVersion> all = versions.of(department);
    int at = all.size() - version;
    if (version < 1 || at < 0) {
      return Optional.empty();
    }
    List<Matter> then = lists.asLeftBy(all.get(at).change(), department);
    List<Matter> before = version == 1 ? List.of() : lists.asLeftBy(all.get(at + 1).change(), department);
    return named(department).map(name -> new OneList(department, name, Version.of(all.get(at)), then,
        all.stream().map(Version::of).toList(), MatterDifference.between(before, then)));
  }

  private Optional<String> named(String department) {
    return inspecting().stream().filter(one -> one.code().equals(department)).map(Department::name).findFirst();
  }

  private List<Department> inspecting() {
    return departments.all().stream().filter(one -> one.kind() == DepartmentKind.DEPARTMENT).toList();
  }
}

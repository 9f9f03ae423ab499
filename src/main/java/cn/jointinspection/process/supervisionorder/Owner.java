package cn.jointinspection.process.supervisionorder;

import cn.jointinspection.process.supervisionorder.OpenWorkTable.Open;
import cn.jointinspection.registry.Bodies;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which body owes a piece of work. */
final class Owner {

  private static final String REVIEWERS = Bodies.reviewersOf("");

  private Owner() {}

  static String of(Open open) {
    return ofGroups(open.groups()).orElseGet(() -> ofVariables(open.department(), open.leadDepartment()));
  }

  /** Department of the group the work is offered to, of several the first by code; empty for work given by name. */
  static Optional<String> ofGroups(Collection<String> groups) {
    return groups.stream()
        .map(group -> group.endsWith(REVIEWERS) ? group.substring(0, group.length() - REVIEWERS.length()) : group)
        .min(Comparator.naturalOrder());
  }

  /** The department the work is about, else the one that leads, else the office. */
  static String ofVariables(Object department, Object lead) {
    return department != null ? department.toString() : lead != null ? lead.toString() : Bodies.OFFICE;
  }
}

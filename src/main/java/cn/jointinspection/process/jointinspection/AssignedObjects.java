package cn.jointinspection.process.jointinspection;

import cn.jointinspection.inspection.DepartmentCheck;
import cn.jointinspection.inspection.DepartmentChecks;
import cn.jointinspection.inspection.ObjectInspection;
import cn.jointinspection.inspection.ObjectInspections;
import cn.jointinspection.inspection.TeamMember;
import cn.jointinspection.platform.Page;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.RiskClass;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a department is asked to take on: the drawn objects with its team for each, in order of visits. */
@Component
class AssignedObjects {

  private static final int PAGE_SIZE = 100;

  private final ObjectInspections objects;
  private final DepartmentChecks checks;
  private final Inspectors inspectors;

  AssignedObjects(ObjectInspections objects, DepartmentChecks checks, Inspectors inspectors) {
    this.objects = objects;
    this.checks = checks;
    this.inspectors = inspectors;
  }

  /** @param riskClass null if unrated */
  record Row(int visitNo, String name, String address, String riskClass, String riskLabel, String inspectors) {}

  /**
   * @param search part of an object's name, or of an inspector's name or certificate number; blank finds all
   * @param page counted from 1
   */
  Page<Row> page(String jointInspectionId, String department, String search, int page) {
    List<String> people = search.isBlank() ? List.of() : inspectors.all(department).stream()
        .filter(person -> person.name().contains(search) || person.certificateNo().contains(search))
        .map(Inspector::certificateNo).toList();
    Page<ObjectInspection> found = objects.page(jointInspectionId, search, people, page, PAGE_SIZE);
    Map<String, DepartmentCheck> teams =
        checks.ofObjects(found.items().stream().map(ObjectInspection::id).toList(), department);
    return found.map(object -> row(object, teams.get(object.id())));
  }

  private static Row row(ObjectInspection object, DepartmentCheck check) {
    return new Row(object.visitNo(), object.objectName(), object.object().address(), object.object().riskClass(),
        object.object().riskClass() == null ? "未评级" : RiskClass.valueOf(object.object().riskClass()).label(),
        check.team().stream().map(AssignedObjects::named).collect(Collectors.joining("、")));
  }

  /** With the certificate number, which is also the account and tells namesakes apart. */
  private static String named(TeamMember member) {
    return member.name() + "（" + member.inspector() + "）";
  }
}

package cn.jointinspection.process.jointinspection;

import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.inspection.JointInspection;
import cn.jointinspection.plan.PlanItem;
import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.process.jointinspection.LaunchRefused.DepartmentLacksInspectors;
import cn.jointinspection.process.jointinspection.LaunchRefused.NoHolidaysOfTheYear;
import cn.jointinspection.process.jointinspection.LaunchRefused.ScopeHoldsNoObjects;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.InspectionObjects;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.ScopeCounts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the registries must hold before a joint inspection is launched (一、三): the form says so, the server insists. */
@Component
class LaunchNeeds {

  private static final int LEAST_TEAM = 2;

  private final InspectionObjects objects;
  private final Inspectors inspectors;
  private final Departments departments;
  private final WorkingDays workingDays;
  private final Clock clock;

  LaunchNeeds(InspectionObjects objects, Inspectors inspectors, Departments departments, WorkingDays workingDays,
      Clock clock) {
    this.objects = objects;
    this.inspectors = inspectors;
    this.departments = departments;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  /** What is missing, in Chinese, each with the page where it is done; empty if nothing is. */
  List<String> missing(JointInspection inspection, PlanItem item) {
    return lacks(inspection, item).stream().map(Throwable::getMessage).toList();
  }

  /** @throws RuleViolation for the first thing that is missing */
  void check(JointInspection inspection, PlanItem item) {
    lacks(inspection, item).stream().findFirst().ifPresent(lack -> {
      throw lack;
    });
  }

  private List<RuleViolation> lacks(JointInspection inspection, PlanItem item) {
    List<RuleViolation> lacks = new ArrayList<>();
    LocalDate today = LocalDate.now(clock);
    if (!workingDays.knows(today.getYear())) {
      lacks.add(new NoHolidaysOfTheYear(today.getYear()));
    }
    ScopeCounts counts = objects.countByClass(item.scopeId(), item.leadDepartment());
    // Where all objects are gone the draw finds nothing to do; none at all is a registry that was not filled.
    if (counts.inForce() + counts.notInForce() == 0) {
      lacks.add(new ScopeHoldsNoObjects(item.scope()));
    }
    Map<String, Long> drawable = inspectors.forMatters(inspection.departments(), item.matters(), today).stream()
        .collect(Collectors.groupingBy(Inspector::department, Collectors.counting()));
    for (String department : inspection.departments()) {
      int number = drawable.getOrDefault(department, 0L).intValue();
      if (number < LEAST_TEAM) {
        lacks.add(new DepartmentLacksInspectors(departments.byCode(department).name(), number));
      }
    }
    return lacks;
  }
}

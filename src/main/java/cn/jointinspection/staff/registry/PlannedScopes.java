package cn.jointinspection.staff.registry;

import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.plan.PlanItem;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.Departments;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which departments this year's plan sends to which scopes of objects; nobody anywhere while there is no plan. */
@Component
public class PlannedScopes {

  private final AnnualPlans plans;
  private final Departments departments;
  private final Clock clock;

  PlannedScopes(AnnualPlans plans, Departments departments, Clock clock) {
    this.plans = plans;
    this.departments = departments;
    this.clock = clock;
  }

  /** Ids of the department's scopes. */
  public Set<Integer> of(String department) {
    return items().stream().filter(item -> takesPart(item, department)).map(PlanItem::scopeId)
        .collect(Collectors.toSet());
  }

  /** Names of the departments that inspect each of these scopes, in printed order; a scope that none inspects has none. */
  Map<String, List<String>> departmentsByScope(Collection<String> scopes) {
    List<PlanItem> items = items();
    List<Department> all = departments.all();
    Map<String, List<String>> byScope = new LinkedHashMap<>();
    scopes.forEach(scope -> byScope.put(scope, all.stream()
        .filter(department -> items.stream()
            .anyMatch(item -> item.scope().equals(scope) && takesPart(item, department.code())))
        .map(Department::name).toList()));
    return byScope;
  }

  private List<PlanItem> items() {
    return plans.published(LocalDate.now(clock).getYear()).map(plan -> plans.items(plan.id())).orElse(List.of())
        .stream().filter(item -> !item.cancelled()).toList();
  }

  private static boolean takesPart(PlanItem item, String department) {
    return item.leadDepartment().equals(department) || item.cooperating().contains(department);
  }
}

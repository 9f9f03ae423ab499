package cn.jointinspection.staff.firstday;

import static cn.jointinspection.staff.firstday.Step.State.DONE;
import static cn.jointinspection.staff.firstday.Step.State.MISSING;
import static cn.jointinspection.staff.firstday.Step.State.NOTICE;

import cn.jointinspection.calendar.WorkingDays;
import cn.jointinspection.engine.identity.GroupSizes;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.plan.AnnualPlans;
import cn.jointinspection.plan.PlanItem;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Bodies;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.DepartmentAliases;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.RegistryState;
import cn.jointinspection.staff.Desk;
import cn.jointinspection.staff.firstday.Places.Place;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a county has and what it lacks (启用准备): one list, two registries, people, holidays and a plan (一、二). Templates
 * read it as {@code @firstDay}.
 */
@Component("firstDay")
public class FirstDay {

  private static final int LEAST_TEAM = 2;
  private static final int LEAST_OFFICE = 2;
  private static final int NAMED = 8;

  private final AnnualPlans plans;
  private final Departments departments;
  private final DepartmentAliases aliases;
  private final GroupSizes groups;
  private final Inspectors inspectors;
  private final RegistryState registry;
  private final WorkingDays workingDays;
  private final Places places;
  private final Desk desk;
  private final Clock clock;

  FirstDay(AnnualPlans plans, Departments departments, DepartmentAliases aliases, GroupSizes groups,
      Inspectors inspectors, RegistryState registry, WorkingDays workingDays, Places places, Desk desk, Clock clock) {
    this.plans = plans;
    this.departments = departments;
    this.aliases = aliases;
    this.groups = groups;
    this.inspectors = inspectors;
    this.registry = registry;
    this.workingDays = workingDays;
    this.places = places;
    this.desk = desk;
    this.clock = clock;
  }

  /** Whether the person prepares the county: the office, those who keep the registries, the administrator. */
  static boolean isFor(Actor actor) {
    return actor.in(Groups.OFFICE) || actor.in(Groups.REGISTRARS) || actor.in(Groups.ADMINISTRATORS);
  }

  /** Every step in order. */
  public List<Step> steps() {
    Needed needed = needed();
    return List.of(departments(), people(needed), matters(needed), inspectors(needed), objects(needed), riskClasses(),
        recusals(), holidays(), plan(needed));
  }

  /**
   * Number of steps without which the county is not ready, for the line on the desk; 0 in a rehearsal, which is ready
   * by itself, and for people who do not prepare it.
   */
  public long missing() {
    if (desk.rehearsal() || !isFor(desk.actor())) {
      return 0;
    }
    Needed needed = needed();
    return List.of(people(needed), matters(needed), inspectors(needed), objects(needed), holidays(), plan(needed))
        .stream().filter(Step::missing).count();
  }

  /**
   * Whom and what the year's plan asks for.
   *
   * @param items those in force; empty while no plan is published
   * @param departments codes of those who take part; while no plan is published, of all that could
   */
  private record Needed(int year, boolean planned, List<PlanItem> items, Set<String> departments) {

    Set<String> leads() {
      return items.stream().map(PlanItem::leadDepartment).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Map<Integer, String> scopes() {
      return items.stream().collect(Collectors.toMap(PlanItem::scopeId, PlanItem::scope, (one, same) -> one));
    }
  }

  private Needed needed() {
    int year = LocalDate.now(clock).getYear();
    return plans.published(year).map(plan -> {
      List<PlanItem> items = plans.items(plan.id()).stream().filter(item -> !item.cancelled()).toList();
      Set<String> taking = items.stream().map(PlanItem::cooperating).flatMap(Collection::stream)
          .collect(Collectors.toSet());
      items.forEach(item -> taking.add(item.leadDepartment()));
      return new Needed(year, true, items, taking);
    }).orElseGet(() -> new Needed(year, false, List.of(), departments.all().stream()
        .filter(department -> department.kind() == DepartmentKind.DEPARTMENT).map(Department::code)
        .collect(Collectors.toSet())));
  }

  private Step departments() {
    return step("部门和别名", DONE, "已有 %d 个部门、%d 个别名。".formatted(departments.all().size(), aliases.inUse().size()),
        places.departments());
  }

  private Step people(Needed needed) {
    Map<String, Integer> members = groups.members();
    List<String> missing = new ArrayList<>();
    int office = members.getOrDefault(Groups.OFFICE, 0);
    if (office < LEAST_OFFICE) {
      missing.add("领导小组办公室应有 " + LEAST_OFFICE + " 人，现有 " + office + " 人");
    }
    if (!members.containsKey(Groups.DISCIPLINE)) {
      missing.add("纪检监察没有人员");
    }
    for (Department department : inOrder(needed.departments())) {
      boolean clerk = members.containsKey(department.code());
      boolean reviewer = members.containsKey(Bodies.reviewersOf(department.code()));
      if (!clerk || !reviewer) {
        missing.add(department.name() + (clerk ? "缺审核人员" : reviewer ? "缺经办人员" : "缺经办和审核人员"));
      }
    }
    return step("人员", missing, "各部门的经办和审核、领导小组办公室和纪检监察都有人。", places.people());
  }

  private Step matters(Needed needed) {
    Set<String> listed = registry.departmentsWithMatters();
    List<String> missing = needed.planned()
        ? inOrder(needed.leads()).stream().filter(department -> !listed.contains(department.code()))
            .map(department -> department.name() + "没有抽查事项清单").toList()
        : listed.isEmpty() ? List.of("还没有任何部门的抽查事项清单") : List.of();
    return step("抽查事项清单", missing,
        needed.planned() ? "计划的各发起部门都有清单。" : "已有 %d 个部门的清单，公布计划后再逐个部门核对。".formatted(listed.size()),
        places.registries());
  }

  private Step inspectors(Needed needed) {
    Map<String, Integer> inForce = inspectors.countInForce(needed.departments(), LocalDate.now(clock));
    List<String> missing = inOrder(needed.departments()).stream()
        .filter(department -> inForce.getOrDefault(department.code(), 0) < LEAST_TEAM)
        .map(department -> department.name() + "有 " + inForce.getOrDefault(department.code(), 0) + " 人").toList();
    return step("执法检查人员", missing.isEmpty() ? missing : prefixed("各部门至少应有 2 名证件有效的检查人员：", missing),
        "各部门都有两名以上证件有效的检查人员。", places.registries());
  }

  private Step objects(Needed needed) {
    Map<Integer, String> scopes = needed.scopes();
    if (!needed.planned()) {
      return step("检查对象", registry.hasObjects() ? List.of() : List.of("检查对象名录库是空的"),
          "已有检查对象，公布计划后再逐个范围核对。", places.registries());
    }
    Set<Integer> filled = registry.scopesWithObjects(scopes.keySet());
    List<String> missing = scopes.entrySet().stream().filter(scope -> !filled.contains(scope.getKey()))
        .sorted(Map.Entry.comparingByKey()).map(scope -> "“" + scope.getValue() + "”").toList();
    return step("检查对象", missing.isEmpty() ? missing : prefixed("这些抽查对象范围还没有检查对象：", missing),
        "计划的 %d 个抽查对象范围都有检查对象。".formatted(scopes.size()), places.registries());
  }

  /** An object without a class counts as B in a draw: a warning. */
  private Step riskClasses() {
    RegistryState.Rated rated = registry.rated();
    if (rated.objects() == 0) {
      return step("信用风险等级", NOTICE, "还没有检查对象。", places.registries());
    }
    boolean all = rated.rated() == rated.objects();
    long percent = rated.rated() * 100 / rated.objects();
    return step("信用风险等级", all ? DONE : NOTICE, all ? "检查对象都有信用风险等级。"
        : "检查对象中有等级的占 %d%%，还有 %,d 户没有，抽取时按一般风险。".formatted(percent, rated.objects() - rated.rated()),
        places.registries());
  }

  private Step recusals() {
    return registry.hasRecusals() ? step("回避", DONE, "已登记回避。", places.registries())
        : step("回避", NOTICE, "没有登记任何回避。请各部门核实检查人员与检查对象有无利害关系；确实没有的，不必登记。", places.registries());
  }

  private Step holidays() {
    LocalDate today = LocalDate.now(clock);
    List<String> missing = workingDays.missingYear(today)
        .map(year -> List.of("没有 " + year + " 年的放假安排，无法计算期限")).orElse(List.of());
    if (missing.isEmpty() && !workingDays.knows(today.getYear() + 1)) {
      return step("放假安排", NOTICE, "已有 %d 年的放假安排；%d 年的请在国务院公布后、12 月前导入。".formatted(today.getYear(),
          today.getYear() + 1), places.holidays());
    }
    return step("放假安排", missing, "今年和明年的放假安排都有了。", places.holidays());
  }

  private Step plan(Needed needed) {
    return step("年度计划", needed.planned() ? List.of() : List.of(needed.year() + " 年的年度抽查计划还没有导入并公布"),
        "%d 年的计划已公布，共 %d 项任务。".formatted(needed.year(), needed.items().size()), places.plan());
  }

  /** As printed. */
  private List<Department> inOrder(Collection<String> codes) {
    return departments.all().stream().filter(department -> codes.contains(department.code())).toList();
  }

  private static List<String> prefixed(String prefix, List<String> list) {
    List<String> all = new ArrayList<>(list);
    all.set(0, prefix + list.get(0));
    return all;
  }

  private static Step step(String name, List<String> missing, String otherwise, Place place) {
    if (missing.isEmpty()) {
      return step(name, DONE, otherwise, place);
    }
    String listed = missing.stream().limit(NAMED).collect(Collectors.joining("；"));
    return step(name, MISSING, listed + (missing.size() > NAMED ? "；等 " + missing.size() + " 处。" : "。"), place);
  }

  private static Step step(String name, Step.State state, String message, Place place) {
    return new Step(name, state, message, place.label(), place.href());
  }
}

package cn.jointinspection.engine.identity;

import cn.jointinspection.registry.Bodies;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The lists of work in Tasklist, most urgent first. Each has a criterion: a list of all tasks would be slow and show
 * others' work.
 */
@Component
class FilterSetup {

  private static final String ME = "${currentUser()}";
  private static final String MY_GROUPS = "${currentUserGroups()}";
  private static final String NOW = "${now()}";
  private static final String TODAY = "${dateTime().withTimeAtStartOfDay()}";
  private static final String TOMORROW = "${dateTime().withTimeAtStartOfDay().plusDays(1)}";
  private static final List<String> EVERYBODY = List.of(Groups.STAFF);

  private final FilterService filters;
  private final TaskService tasks;
  private final FilterGrants grants;
  private final Departments departments;

  FilterSetup(FilterService filters, TaskService tasks, FilterGrants grants, Departments departments) {
    this.filters = filters;
    this.tasks = tasks;
    this.grants = grants;
    this.departments = departments;
  }

  /** Creates what is missing and brings what an earlier version made up to date; leaves other filters alone. */
  void ensure() {
    ensure("我的待办", "指定给我的，和我所在检查组的", -30, EVERYBODY,
        tasks.createTaskQuery().or().taskAssigneeExpression(ME).taskCandidateUserExpression(ME)
            .includeAssignedTasks().endOr());
    ensure("本部门待办", "交给我所在部门或审核组、尚待认领的，和已认领的", -25, EVERYBODY,
        tasks.createTaskQuery().taskCandidateGroupInExpression(MY_GROUPS).includeAssignedTasks());
    ensure("待审核", "等我所在审核组审核、审批的", -20, reviewers(),
        tasks.createTaskQuery().taskCandidateGroupInExpression("${workGroups.reviewing()}").includeAssignedTasks());
    ensure("今日到期", "我的和本部门的待办中，今天到期的", -15, EVERYBODY,
        mineOrOfMyGroups().dueAfterExpression(TODAY).dueBeforeExpression(TOMORROW));
    ensure("已超期", "我的和本部门的待办中，期限已过的", -10, EVERYBODY, mineOrOfMyGroups().dueBeforeExpression(NOW));
    ensure("全县超期", "全县各部门期限已过、尚未办结的", -5, List.of(Groups.OFFICE, Groups.DISCIPLINE),
        tasks.createTaskQuery().dueBeforeExpression(NOW));
  }

  private TaskQuery mineOrOfMyGroups() {
    return tasks.createTaskQuery().or().taskAssigneeExpression(ME).taskCandidateUserExpression(ME)
        .taskCandidateGroupInExpression(MY_GROUPS).includeAssignedTasks().endOr();
  }

  private List<String> reviewers() {
    return departments.all().stream()
        .filter(department -> department.kind() == DepartmentKind.DEPARTMENT)
        .map(Department::code)
        .map(Bodies::reviewersOf)
        .toList();
  }

  private void ensure(String name, String description, int position, List<String> readers, TaskQuery query) {
    Filter wanted = filters.newTaskFilter(name);
    wanted.setQuery(query.orderByTaskPriority().desc().orderByDueDate().asc());
    wanted.setProperties(Map.of(
        "description", description, "priority", position, "refresh", true, "color", "#1f4e8c",
        "showUndefinedVariable", false));
    Filter there = filters.createFilterQuery().filterName(name).singleResult();
    if (there == null) {
      there = filters.saveFilter(wanted);
    } else if (differ(there, wanted)) {
      there.setQuery(wanted.getQuery());
      there.setProperties(wanted.getProperties());
      filters.saveFilter(there);
    }
    grants.onlyFor(there.getId(), readers);
  }

  private static boolean differ(Filter there, Filter wanted) {
    return !((FilterEntity) there).getQueryInternal().equals(((FilterEntity) wanted).getQueryInternal())
        || !there.getProperties().equals(wanted.getProperties());
  }
}

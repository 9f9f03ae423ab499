package cn.jointinspection.process.identity;

import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists of work in Tasklist. Each has a criterion: a list of all tasks would be slow and show others' work. */
@Component
class FilterSetup {

  private static final String ME = "${currentUser()}";
  private static final String MY_GROUPS = "${currentUserGroups()}";

  private final FilterService filters;
  private final TaskService tasks;
  private final AuthorizationService authorizations;

  FilterSetup(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
    this.filters = filters;
    this.tasks = tasks;
    this.authorizations = authorizations;
  }

  /** Creates what is missing; leaves what is there. */
  void ensure() {
    ensure("我的待办", "指定给我的，和我所在检查组的", -30, mine());
    ensure("本部门待办", "交给我所在部门或审核组、尚待认领的，和已认领的", -20, ofMyGroups());
    ensure("已超期", "我的和本部门的待办中，期限已过的", -10,
        tasks.createTaskQuery().or().taskAssigneeExpression(ME).taskCandidateUserExpression(ME)
            .taskCandidateGroupInExpression(MY_GROUPS).includeAssignedTasks().endOr()
            .dueBeforeExpression("${now()}").orderByDueDate().asc());
  }

  private TaskQuery mine() {
    return tasks.createTaskQuery().or().taskAssigneeExpression(ME).taskCandidateUserExpression(ME)
        .includeAssignedTasks().endOr().orderByDueDate().asc();
  }

  private TaskQuery ofMyGroups() {
    return tasks.createTaskQuery().taskCandidateGroupInExpression(MY_GROUPS).includeAssignedTasks()
        .orderByDueDate().asc();
  }

  private void ensure(String name, String description, int priority, TaskQuery query) {
    if (filters.createFilterQuery().filterName(name).count() > 0) {
      return;
    }
    Filter filter = filters.newTaskFilter(name);
    filter.setQuery(query);
    filter.setProperties(Map.of(
        "description", description, "priority", priority, "refresh", true, "color", "#1f4e8c",
        "showUndefinedVariable", false));
    filters.saveFilter(filter);
    Authorization read = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    read.setGroupId(Groups.STAFF);
    read.setResource(Resources.FILTER);
    read.setResourceId(filter.getId());
    read.addPermission(Permissions.READ);
    authorizations.saveAuthorization(read);
  }
}

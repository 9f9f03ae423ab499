package cn.jointinspection.engine.identity;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import cn.jointinspection.registry.Bodies;
import cn.jointinspection.registry.Department;
import cn.jointinspection.registry.DepartmentKind;
import cn.jointinspection.registry.Departments;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/**
 * The groups and what each may do, in every run mode. Nobody but an administrator may deploy, or make filters: both can
 * carry expressions. Tasks are granted one by one, by the engine, to whom a task is offered.
 */
@Component
class GroupSetup {

  private final IdentityService identity;
  private final AuthorizationService authorizations;
  private final Departments departments;

  GroupSetup(IdentityService identity, AuthorizationService authorizations, Departments departments) {
    this.identity = identity;
    this.authorizations = authorizations;
    this.departments = departments;
  }

  /** Creates what is missing; leaves what is there. */
  void ensure() {
    group(Groups.STAFF, "全体工作人员", "ROLE");
    group(Groups.INSPECTORS, "执法检查人员", "ROLE");
    group(Groups.REGISTRARS, "名录登记人员", "ROLE");
    for (Department department : departments.all()) {
      group(department.code(), department.name(), "DEPARTMENT");
      if (department.kind() == DepartmentKind.DEPARTMENT) {
        group(Bodies.reviewersOf(department.code()), department.name() + "审核组", "REVIEWERS");
        mayApplyForAdjustments(department.code());
      }
    }
    grant(Groups.STAFF, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    grant(Groups.STAFF, Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
    for (String supervisor : new String[] {Groups.OFFICE, Groups.DISCIPLINE}) {
      grant(supervisor, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
      grant(supervisor, Resources.PROCESS_DEFINITION, ANY, Permissions.READ,
          ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_TASK,
          ProcessDefinitionPermissions.READ_HISTORY);
      grant(supervisor, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
      grant(supervisor, Resources.DEPLOYMENT, ANY, Permissions.READ);
    }
    grant(Groups.OFFICE, Resources.PROCESS_DEFINITION, "annual-plan",
        Permissions.READ, Permissions.CREATE_INSTANCE);
    mayApplyForAdjustments(Groups.OFFICE);
  }

  /** 二: 需要调整的, 上报备案. The engine wants both: which process, and that instances may be made at all. */
  private void mayApplyForAdjustments(String group) {
    grant(group, Resources.PROCESS_DEFINITION, "plan-adjustment", Permissions.READ, Permissions.CREATE_INSTANCE);
    grant(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
  }

  private void group(String id, String name, String type) {
    if (identity.createGroupQuery().groupId(id).count() > 0) {
      return;
    }
    Group group = identity.newGroup(id);
    group.setName(name);
    group.setType(type);
    identity.saveGroup(group);
  }

  private void grant(String group, Resource resource, String id, Permission... permissions) {
    boolean there = authorizations.createAuthorizationQuery()
        .groupIdIn(group).resourceType(resource).resourceId(id).count() > 0;
    if (there) {
      return;
    }
    Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    grant.setGroupId(group);
    grant.setResource(resource);
    grant.setResourceId(id);
    grant.setPermissions(permissions);
    authorizations.saveAuthorization(grant);
  }
}

package cn.jointinspection.engine.identity;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** The administrators' group with all rights, and its first member. */
@Component
public class FirstAdministrator {

  private final IdentityService identity;
  private final AuthorizationService authorizations;
  private final Accounts accounts;

  FirstAdministrator(IdentityService identity, AuthorizationService authorizations, Accounts accounts) {
    this.identity = identity;
    this.authorizations = authorizations;
    this.accounts = accounts;
  }

  public boolean exists() {
    return identity.createUserQuery().memberOfGroup(Groups.ADMINISTRATORS).count() > 0;
  }

  public void create(String id, String password) {
    if (identity.createGroupQuery().groupId(Groups.ADMINISTRATORS).count() == 0) {
      Group group = identity.newGroup(Groups.ADMINISTRATORS);
      group.setName("系统管理员");
      group.setType("SYSTEM");
      identity.saveGroup(group);
    }
    for (Resource resource : Resources.values()) {
      if (authorizations.createAuthorizationQuery().groupIdIn(Groups.ADMINISTRATORS)
          .resourceType(resource).resourceId(Authorization.ANY).count() == 0) {
        Authorization all = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        all.setGroupId(Groups.ADMINISTRATORS);
        all.setResource(resource);
        all.setResourceId(Authorization.ANY);
        all.addPermission(Permissions.ALL);
        authorizations.saveAuthorization(all);
      }
    }
    accounts.create(id, "系统", "管理员", password, List.of(Groups.ADMINISTRATORS));
  }
}

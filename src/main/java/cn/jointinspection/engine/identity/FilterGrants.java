package cn.jointinspection.engine.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/** Who may read which of Tasklist's filters. */
@Component
class FilterGrants {

  private final AuthorizationService authorizations;

  FilterGrants(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  /** These groups and no other group may read the filter; an administrator still may. */
  void onlyFor(String filterId, List<String> groups) {
    List<Authorization> there = authorizations.createAuthorizationQuery()
        .resourceType(Resources.FILTER).resourceId(filterId).list().stream()
        .filter(grant -> grant.getGroupId() != null)
        .toList();
    there.stream()
        .filter(grant -> !groups.contains(grant.getGroupId()) && !Groups.ADMINISTRATORS.equals(grant.getGroupId()))
        .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
    Set<String> granted = there.stream().map(Authorization::getGroupId).collect(Collectors.toSet());
    groups.stream().filter(group -> !granted.contains(group)).forEach(group -> grant(filterId, group));
  }

  private void grant(String filterId, String group) {
    Authorization read = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    read.setGroupId(group);
    read.setResource(Resources.FILTER);
    read.setResourceId(filterId);
    read.addPermission(Permissions.READ);
    authorizations.saveAuthorization(read);
  }
}

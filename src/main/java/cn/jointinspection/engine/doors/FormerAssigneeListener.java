package cn.jointinspection.engine.doors;

import cn.jointinspection.engine.UserTaskListener;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * Takes back a person's grant on a task the moment he is neither its assignee nor a candidate any more. The engine keeps
 * such a grant until the task ends, so a recused inspector could still complete the check (回避制度, 三).
 */
@Component
class FormerAssigneeListener implements UserTaskListener {

  @Override
  public String event() {
    return EVENTNAME_ASSIGNMENT;
  }

  @Override
  public void notify(DelegateTask task) {
    if (((TaskEntity) task).getPropertyChanges().get(TaskEntity.ASSIGNEE).getOrgValue() == null) {
      return;
    }
    AuthorizationService authorizations = task.getProcessEngineServices().getAuthorizationService();
    Set<String> people = new HashSet<>();
    if (task.getAssignee() != null) {
      people.add(task.getAssignee());
    }
    for (IdentityLink link : task.getCandidates()) {
      if (link.getUserId() != null) {
        people.add(link.getUserId());
      }
    }
    authorizations.createAuthorizationQuery()
        .resourceType(Resources.TASK)
        .resourceId(task.getId())
        .list()
        .stream()
        .filter(grant -> grant.getUserId() != null && !people.contains(grant.getUserId()))
        .map(Authorization::getId)
        .forEach(authorizations::deleteAuthorization);
  }
}

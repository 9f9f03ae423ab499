package cn.jointinspection.engine.doors;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Checks a person's grants with all the groups he is in. The engine first looks through every grant there is for those
 * of his groups that have any, which shortens the question for directories with thousands of groups; here people are in
 * a few, and each open task holds a grant for every inspector of its team.
 */
public final class GroupsAsTheyAre extends AuthorizationManager {

  @Override
  public List<String> filterAuthenticatedGroupIds(List<String> groups) {
    return groups == null ? new ArrayList<>() : new ArrayList<>(groups);
  }

  /** Takes the place of the engine's own. */
  public static final class Factory implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return AuthorizationManager.class;
    }

    @Override
    public Session openSession() {
      return new GroupsAsTheyAre();
    }
  }
}

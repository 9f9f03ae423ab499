package cn.jointinspection.engine;

import cn.jointinspection.engine.EngineRefused.NotSignedIn;
import cn.jointinspection.platform.Actor;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** The signed-in person, as the engine knows him. */
@Component
public class Actors {

  private final IdentityService identity;

  Actors(IdentityService identity) {
    this.identity = identity;
  }

  /**
   * The person on whose behalf this thread works. Groups are read afresh, so that a role taken away counts at once.
   *
   * @throws NotSignedIn if there is none
   */
  public Actor current() {
    Authentication authentication = identity.getCurrentAuthentication();
    if (authentication == null || authentication.getUserId() == null) {
      throw new NotSignedIn();
    }
    return unrestricted(() -> load(authentication.getUserId()));
  }

  /** Runs engine queries that staff themselves may not ask; the caller has checked what the person may see. */
  public <T> T unrestricted(Supplier<T> work) {
    Authentication authentication = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return work.get();
    } finally {
      identity.setAuthentication(authentication);
    }
  }

  /** The person's name; the account's id where it is unknown, null for null. */
  public String nameOf(String userId) {
    if (userId == null) {
      return null;
    }
    User user = unrestricted(() -> identity.createUserQuery().userId(userId).singleResult());
    return user == null ? userId : fullName(user);
  }

  /** Names of these people by account, as {@link #nameOf}, in one question; a null among them is left out. */
  public Map<String, String> names(Collection<String> userIds) {
    String[] ids = userIds.stream().filter(Objects::nonNull).distinct().toArray(String[]::new);
    Map<String, String> names = new HashMap<>();
    if (ids.length > 0) {
      Arrays.stream(ids).forEach(id -> names.put(id, id));
      unrestricted(() -> identity.createUserQuery().userIdIn(ids).list())
          .forEach(user -> names.put(user.getId(), fullName(user)));
    }
    return names;
  }

  private Actor load(String userId) {
    User user = identity.createUserQuery().userId(userId).singleResult();
    if (user == null) {
      throw new NotSignedIn();
    }
    Set<String> groups =
        identity.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).collect(Collectors.toSet());
    return new Actor(userId, fullName(user), groups);
  }

  /** Surname first, without a space, as Chinese names are written; accounts keep the surname as first name. */
  static String fullName(User user) {
    String name = (user.getFirstName() == null ? "" : user.getFirstName())
        + (user.getLastName() == null ? "" : user.getLastName());
    return name.isBlank() ? user.getId() : name;
  }
}

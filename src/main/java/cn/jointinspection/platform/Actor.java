package cn.jointinspection.platform;

import java.util.Set;

/**
 * The signed-in person on whose behalf a step is done, as kept in every record of who did what (全过程留痕, 三).
 *
 * @param userId account id
 * @param name the person's name
 * @param groups ids of the person's groups: department codes, reviewers' groups, roles
 */
public record Actor(String userId, String name, Set<String> groups) {

  public Actor {
    groups = Set.copyOf(groups);
  }

  public boolean in(String group) {
    return groups.contains(group);
  }
}

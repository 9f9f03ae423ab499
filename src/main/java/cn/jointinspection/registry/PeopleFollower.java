package cn.jointinspection.registry;

import cn.jointinspection.platform.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What follows the roster, in the same transaction: accounts and groups, which this room knows nothing of. */
public interface PeopleFollower {

  /** Told of each change after it was stored; being told again of how things stand changes nothing. */
  void follow(List<PersonChange> changes, Actor by);

  /** Those of these accounts that are somebody's already, in the roster or not. */
  Set<String> taken(Collection<String> accounts);
}

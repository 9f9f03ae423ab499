package cn.jointinspection.engine.identity;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.registry.Bodies;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Questions of Tasklist's filters about the signed-in person's groups. */
@Component("workGroups")
public class WorkGroups {

  private static final String REVIEWERS = Bodies.reviewersOf("");
  /** The engine refuses a query for no group at all. */
  private static final List<String> NONE = List.of("none");

  private final Actors actors;

  WorkGroups(@Lazy Actors actors) {
    this.actors = actors;
  }

  /** Called by the filter 待审核: the reviewers' groups of the signed-in person. */
  public List<String> reviewing() {
    Actor actor = actors.current();
    List<String> reviewing = actor.groups().stream().filter(group -> group.endsWith(REVIEWERS)).sorted().toList();
    return reviewing.isEmpty() ? NONE : reviewing;
  }
}

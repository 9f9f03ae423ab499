package cn.jointinspection.deadlines.limits;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.platform.Actor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What a new version of the table brings about, in the transaction that deploys it. */
@Component
class NewVersion {

  private static final String PROGRAM = "系统";

  private final TimeLimitVersions versions;
  private final Recomputations recomputations;
  private final IdentityService identity;
  private final Actors actors;

  NewVersion(TimeLimitVersions versions, Recomputations recomputations, @Lazy IdentityService identity,
      @Lazy Actors actors) {
    this.versions = versions;
    this.recomputations = recomputations;
    this.identity = identity;
    this.actors = actors;
  }

  /** Records who put it in force and why; from the second version on, offers to recompute what waits by an older one. */
  void inForce(DecisionDefinition table, Deployment deployment) {
    Authentication person = identity.getCurrentAuthentication();
    Actor actor = person == null || person.getUserId() == null ? null : actors.current();
    versions.insert(table.getId(), table.getVersion(), actor == null ? null : actor.userId(),
        actor == null ? PROGRAM : actor.name(), reason(deployment));
    if (table.getVersion() > 1) {
      recomputations.start(table.getId(), table.getVersion());
    }
  }

  private static String reason(Deployment deployment) {
    String reason = deployment.getSource();
    return reason == null || reason.isBlank() ? "经接口部署：" + deployment.getName() : reason;
  }
}

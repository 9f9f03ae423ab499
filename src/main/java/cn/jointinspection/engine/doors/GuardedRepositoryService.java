package cn.jointinspection.engine.doors;

import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

/** A table of time limits that a rule refuses is refused in words, through this door too. */
public final class GuardedRepositoryService extends RepositoryServiceImpl {

  private final Doors doors;

  public GuardedRepositoryService(Doors doors) {
    this.doors = doors;
  }

  @Override
  public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl deployment) {
    return doors.inWords(() -> super.deployWithResult(deployment));
  }
}

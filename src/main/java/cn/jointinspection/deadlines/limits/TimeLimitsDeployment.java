package cn.jointinspection.deadlines.limits;

import cn.jointinspection.deadlines.TimeLimits;
import cn.jointinspection.deadlines.limits.LimitsRefused.TimeLimitsRefused;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Stands inside the engine's deployment, whichever way it comes: a bad table is refused before anything is stored, a good
 * one is recorded, and the recomputation of running waits is offered in the same transaction.
 */
@Component
class TimeLimitsDeployment extends AbstractProcessEnginePlugin {

  private final TimeLimitsFile file;
  private final NewVersion newVersion;

  TimeLimitsDeployment(TimeLimitsFile file, @Lazy NewVersion newVersion) {
    this.file = file;
    this.newVersion = newVersion;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setCustomPreDeployers(with(configuration.getCustomPreDeployers(), this::check));
    configuration.setCustomPostDeployers(with(configuration.getCustomPostDeployers(), this::record));
  }

  private static List<Deployer> with(List<Deployer> others, Deployer own) {
    List<Deployer> all = others == null ? new ArrayList<>() : new ArrayList<>(others);
    all.add(own);
    return all;
  }

  private void check(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    for (ResourceEntity resource : deployment.getResources().values()) {
      if (TimeLimitsFile.concerns(resource.getName(), resource.getBytes())) {
        onlyForAll(deployment);
        file.check(resource.getBytes());
      }
    }
  }

  private static void onlyForAll(DeploymentEntity deployment) {
    if (deployment.getTenantId() != null) {
      throw new TimeLimitsRefused("时限表未采用，未作任何更改：时限表全县一份，不能按租户部署。请去掉租户后重新部署。");
    }
  }

  private void record(DeploymentEntity deployment) {
    List<DecisionDefinitionEntity> tables = deployment.getDeployedArtifacts(DecisionDefinitionEntity.class);
    if (deployment.isNew() && tables != null) {
      tables.stream().filter(table -> TimeLimits.DECISION.equals(table.getKey()))
          .forEach(table -> newVersion.inForce(table, deployment));
    }
  }
}

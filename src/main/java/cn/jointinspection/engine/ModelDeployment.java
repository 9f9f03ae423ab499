package cn.jointinspection.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys models and decision tables under their bare file names, the same from a folder and from the jar. What has not
 * changed is not deployed again. A table that has owners is handed over as a bean and sees to itself, after the models.
 */
@Component
class ModelDeployment {

  private final RepositoryService repository;
  private final ResourcePatternResolver resources;
  private final List<TableWithOwners> owned;

  ModelDeployment(RepositoryService repository, ResourcePatternResolver resources, List<TableWithOwners> owned) {
    this.repository = repository;
    this.resources = resources;
    this.owned = owned;
  }

  @EventListener(ApplicationStartedEvent.class)
  @Order(0)
  void deploy() {
    DeploymentBuilder deployment = repository.createDeployment().name("joint-inspection").enableDuplicateFiltering(true);
    try {
      for (String pattern : new String[] {"classpath:processes/*.bpmn", "classpath:processes/*.dmn"}) {
        for (Resource resource : resources.getResources(pattern)) {
          if (owned.stream().anyMatch(table -> table.fileName().equals(resource.getFilename()))) {
            continue;
          }
          try (InputStream content = resource.getInputStream()) {
            deployment.addInputStream(resource.getFilename(), content);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    deployment.deploy();
    owned.forEach(TableWithOwners::ensure);
  }
}

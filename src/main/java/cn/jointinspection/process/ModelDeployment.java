package cn.jointinspection.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
 * changed is not deployed again. The table of time limits is the office's and has a set-up of its own.
 */
@Component
class ModelDeployment {

  private static final String OWN_SETUP = TimeLimits.DECISION + ".dmn";

  private final RepositoryService repository;
  private final ResourcePatternResolver resources;

  ModelDeployment(RepositoryService repository, ResourcePatternResolver resources) {
    this.repository = repository;
    this.resources = resources;
  }

  @EventListener(ApplicationStartedEvent.class)
  @Order(0)
  void deploy() {
    DeploymentBuilder deployment = repository.createDeployment().name("joint-inspection").enableDuplicateFiltering(true);
    try {
      for (String pattern : new String[] {"classpath:processes/*.bpmn", "classpath:processes/*.dmn"}) {
        for (Resource resource : resources.getResources(pattern)) {
          if (OWN_SETUP.equals(resource.getFilename())) {
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
  }
}

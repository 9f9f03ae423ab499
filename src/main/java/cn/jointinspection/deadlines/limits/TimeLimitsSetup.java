package cn.jointinspection.deadlines.limits;

import cn.jointinspection.deadlines.TimeLimits;
import cn.jointinspection.deadlines.limits.LimitsRefused.TimeLimitsRefused;
import cn.jointinspection.engine.TableWithOwners;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * Puts the table that comes with the program in force where there is none. Where there is one it belongs to the office: a
 * new program adds the steps that it newly asks for and leaves every other value alone.
 */
@Component
class TimeLimitsSetup implements TableWithOwners {

  private final RepositoryService repository;
  private final TimeLimitsFile file;

  TimeLimitsSetup(RepositoryService repository, TimeLimitsFile file) {
    this.repository = repository;
    this.file = file;
  }

  @Override
  public String fileName() {
    return TimeLimitsFile.NAME;
  }

  @Override
  public void ensure() {
    DecisionDefinition inForce = repository.createDecisionDefinitionQuery()
        .decisionDefinitionKey(TimeLimits.DECISION).latestVersion().withoutTenantId().singleResult();
    if (inForce == null) {
      deploy(file.shipped(), "随程序安装");
    } else {
      upgrade(file.of(inForce));
    }
  }

  private void upgrade(byte[] current) {
    List<TimeLimitsTable.Row> missing;
    try {
      missing = TimeLimitsTable.read(current).missing(file.shippedTable());
    } catch (TimeLimitsRefused olderForm) {
      deploy(file.shipped(), "程序升级：原时限表的栏目不合新的要求，改用随程序的时限表");
      return;
    }
    if (!missing.isEmpty()) {
      deploy(file.with(current, missing), "程序升级：补上新增的环节，其余不变");
    }
  }

  /** Two nodes that start together deploy the same once. */
  private void deploy(byte[] table, String reason) {
    repository.createDeployment().name("time-limits").source(reason).enableDuplicateFiltering(true)
        .addInputStream(TimeLimitsFile.NAME, new ByteArrayInputStream(table)).deploy();
  }
}

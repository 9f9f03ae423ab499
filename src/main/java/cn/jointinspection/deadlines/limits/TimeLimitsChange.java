package cn.jointinspection.deadlines.limits;

import cn.jointinspection.deadlines.TimeLimits;
import cn.jointinspection.deadlines.limits.LimitsRefused.NothingChanged;
import cn.jointinspection.deadlines.limits.LimitsRefused.OnlyTheOfficeSetsLimits;
import cn.jointinspection.deadlines.limits.LimitsRefused.ReasonMissing;
import cn.jointinspection.deadlines.limits.LimitsRefused.TimeLimitsRefused;
import cn.jointinspection.deadlines.limits.LimitsRefused.UnknownDraft;
import cn.jointinspection.deadlines.limits.TimeLimitVersions.Draft;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.WriteRefused.ChangedMeanwhile;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the office changes the table: a draft, made by editing or by uploading a file, is shown beside the table in force,
 * and then put in force with a reason. Whatever is refused has changed nothing.
 */
@Service
@Transactional
public class TimeLimitsChange {

  private static final int LONGEST_REASON = 200;

  private final TimeLimitsFile file;
  private final TimeLimits limits;
  private final TimeLimitVersions versions;
  private final ProcessEngine engine;

  TimeLimitsChange(TimeLimitsFile file, TimeLimits limits, TimeLimitVersions versions, @Lazy ProcessEngine engine) {
    this.file = file;
    this.limits = limits;
    this.versions = versions;
    this.engine = engine;
  }

  /**
   * @param base definition id of the version that was edited
   * @param values by step
   * @return id of the draft
   * @throws TimeLimitsRefused naming every wrong cell
   * @throws ChangedMeanwhile if another version came in force since
   */
  public long edit(String base, Map<String, Map<Column, String>> values, Actor actor) {
    onlyTheOffice(actor);
    return draft(base, file.with(file.of(inForce(base)), values), actor);
  }

  /** As {@link #edit}, with a whole file. */
  public long upload(String base, byte[] content, Actor actor) {
    onlyTheOffice(actor);
    inForce(base);
    return draft(base, content, actor);
  }

  private long draft(String base, byte[] content, Actor actor) {
    if (changes(content).isEmpty()) {
      throw new NothingChanged();
    }
    return versions.insertDraft(base, content, actor.userId(), actor.name());
  }

  /** What the draft changes in the table in force. */
  @Transactional(readOnly = true)
  public List<TimeLimitsTable.Change> changes(long draft) {
    return changes(open(draft).content());
  }

  private List<TimeLimitsTable.Change> changes(byte[] content) {
    return TimeLimitsTable.read(file.of(limits.inForce())).changesTo(file.check(content));
  }

  /**
   * Puts a draft in force: new waits go by it at once, and the recomputation of running ones is offered.
   *
   * @param reason kept with the version, at most 200 characters
   * @throws ChangedMeanwhile if another version came in force since, or this one did
   */
  public void deploy(long draft, String reason, Actor actor) {
    onlyTheOffice(actor);
    if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
      throw new ReasonMissing();
    }
    versions.lock();
    Draft open = open(draft);
    deploy(open.content(), reason.strip());
    versions.markDeployed(draft);
  }

  /** In the person's name, who is no administrator and may deploy nothing else. */
  private void deploy(byte[] content, String reason) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    configuration.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(() ->
        engine.getRepositoryService().createDeployment().name(TimeLimits.DECISION).source(reason)
            .addInputStream(TimeLimitsFile.NAME, new ByteArrayInputStream(content)).deploy()));
  }

  private Draft open(long id) {
    Draft draft = versions.draft(id).orElseThrow(UnknownDraft::new);
    if (draft.deployed()) {
      throw new ChangedMeanwhile("时限表");
    }
    inForce(draft.baseDefinitionId());
    return draft;
  }

  private DecisionDefinition inForce(String base) {
    DecisionDefinition inForce = limits.inForce();
    if (!inForce.getId().equals(base)) {
      throw new ChangedMeanwhile("时限表");
    }
    return inForce;
  }

  private static void onlyTheOffice(Actor actor) {
    if (!actor.in(Groups.OFFICE)) {
      throw new OnlyTheOfficeSetsLimits("修改时限表");
    }
  }
}

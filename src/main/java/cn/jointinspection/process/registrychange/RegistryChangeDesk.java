package cn.jointinspection.process.registrychange;

import cn.jointinspection.engine.Actors;
import cn.jointinspection.engine.MissingVariable;
import cn.jointinspection.engine.identity.Groups;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.RuleViolation;
import cn.jointinspection.registry.Inspector;
import cn.jointinspection.registry.Inspectors;
import cn.jointinspection.registry.intake.ChangeStatus;
import cn.jointinspection.registry.intake.OwnRecusal;
import cn.jointinspection.registry.intake.RegistryChange;
import cn.jointinspection.registry.intake.RegistryChanges;
import cn.jointinspection.registry.intake.RegistryChanges.Proposal;
import cn.jointinspection.registry.intake.RegistryEdits;
import cn.jointinspection.registry.intake.RegistryEdits.Edit;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes files and edits that are to change a registry, and takes them back; proposal and process move together. */
@Component
public class RegistryChangeDesk {

  private final RegistryChanges changes;
  private final RegistryEdits edits;
  private final Inspectors inspectors;
  private final Actors actors;
  private final RuntimeService runtime;

  RegistryChangeDesk(RegistryChanges changes, RegistryEdits edits, Inspectors inspectors, Actors actors,
      RuntimeService runtime) {
    this.changes = changes;
    this.edits = edits;
    this.inspectors = inspectors;
    this.actors = actors;
    this.runtime = runtime;
  }

  /** Codes of the departments whose lists the signed-in person keeps. */
  public List<String> keeps() {
    return changes.departmentsOf(actors.current(), Groups.REGISTRARS);
  }

  /**
   * The signed-in person proposes.
   *
   * @param file is read to its end, not closed
   * @return id of the change
   */
  @Transactional
  public long propose(Proposal proposal, InputStream file) throws IOException {
    Actor actor = actors.current();
    long id = changes.propose(proposal, file, keeps(), actor);
    start(id, proposal.department());
    return id;
  }

  /**
   * The signed-in person proposes what he typed on a page.
   *
   * @return id of the change
   */
  @Transactional
  public long propose(Edit edit) {
    long id = edits.propose(edit, keeps(), actors.current());
    start(id, edit.department());
    return id;
  }

  /**
   * An inspector declares that he himself keeps away from an object (三); whoever keeps no list may do this much.
   *
   * @param typed by head of the column
   * @return id of the change
   * @throws OnlyInspectorsDeclare if the signed-in person is no inspector in office
   */
  @Transactional
  public long declare(Map<String, String> typed) {
    Actor actor = actors.current();
    Inspector himself = inspectors.byAccount(actor.userId()).filter(Inspector::inForce)
        .orElseThrow(() -> new OnlyInspectorsDeclare(actor.name()));
    long id = edits.propose(OwnRecusal.of(himself, typed), List.of(himself.department()), actor);
    start(id, himself.department());
    return id;
  }

  private void start(long id, String department) {
    actors.unrestricted(() -> runtime.startProcessInstanceByKey(RegistryChangeProcess.KEY, RegistryChange.number(id),
        Map.of(RegistryChangeProcess.VARIABLE_CHANGE_ID, String.valueOf(id),
            RegistryChangeProcess.VARIABLE_DEPARTMENT, department)));
  }

  /** The signed-in person takes his own proposal back; one that has not come to its approver yet ends by itself. */
  @Transactional
  public void withdraw(long id) {
    boolean waits = changes.get(id).status() == ChangeStatus.WAITING;
    changes.withdraw(id, actors.current());
    if (waits) {
      actors.unrestricted(() -> {
        runtime.createMessageCorrelation(RegistryChangeProcess.MESSAGE_CHANGE_WITHDRAWN)
            .processInstanceBusinessKey(RegistryChange.number(id)).correlateAll();
        return null;
      });
    }
  }

  static long changeId(DelegateExecution execution) {
    return Long.parseLong(MissingVariable.require(execution, RegistryChangeProcess.VARIABLE_CHANGE_ID));
  }

  /** Who may be drawn may say that he should not be. */
  static final class OnlyInspectorsDeclare extends RuleViolation {
    OnlyInspectorsDeclare(String person) {
      super(person + "的账号没有对应在岗的执法检查人员，没有提交。请由本部门经办人登记回避，或请登记员核对您的执法证号。");
    }
  }
}

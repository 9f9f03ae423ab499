package cn.jointinspection.process.registrychange;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.StaffAddresses;
import cn.jointinspection.registry.Departments;
import cn.jointinspection.registry.intake.Effect;
import cn.jointinspection.registry.intake.RegistryChange;
import cn.jointinspection.registry.intake.RegistryChanges;
import cn.jointinspection.registry.intake.Sample;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 审批名录变更: what a file or an edit would add, change and remove; a second person of the department decides (一). */
@Component
class ApproveRegistryChangeForm extends TaskForm<ApproveRegistryChangeForm.Answers> {

  private static final int SHOWN = 20;

  private final RegistryChanges changes;
  private final Departments departments;

  ApproveRegistryChangeForm(RegistryChanges changes, Departments departments) {
    super(RegistryChangeProcess.USER_TASK_APPROVE_REGISTRY_CHANGE, item -> subject(changes.get(id(item)), departments));
    this.changes = changes;
    this.departments = departments;
  }

  record Answers(
      @NotNull(message = "请选择批准或不批准") Boolean approve,
      @Size(max = 500, message = "意见不得超过 500 字") String note) {

    @AssertTrue(message = "不批准的，请写明理由")
    boolean isReasonGiven() {
      return approve == null || approve || note != null && !note.isBlank();
    }
  }

  /** @param number of rows that do so; @param samples the first of them */
  record Change(String effect, int number, List<Sample> samples) {}

  /**
   * @param onPage whether it was typed on a page
   * @param overtaken whether it was approved before, and the list changed before it took effect
   * @param page where all of it is shown
   */
  record View(String number, String kind, String department, String fileName, boolean onPage, boolean overtaken,
      String reason, String proposedBy, int rows, int bad, int unchanged, List<Change> changes, String page) {}

  private static String subject(RegistryChange change, Departments departments) {
    return "%s《%s》：新增 %d，变更 %d，退出 %d".formatted(departments.byCode(change.department()).name(),
        change.kind().label(), change.counts().added(), change.counts().changed(), change.counts().removed());
  }

  @Override
  public View view(WorkItem item) {
    RegistryChange change = changes.get(id(item));
    return new View(change.number(), change.kind().label(), departments.byCode(change.department()).name(),
        change.fileName(), change.onPage(), change.overtakenAt() != null, change.reason(),
        change.proposed().name(), change.counts().rowsRead(), change.counts().bad(),
        change.counts().unchanged(),
        Arrays.stream(Effect.values()).map(effect -> change(change, effect)).filter(c -> c.number() > 0).toList(),
        StaffAddresses.registryChange(change.id()));
  }

  private Change change(RegistryChange change, Effect effect) {
    int number = change.counts().of(effect);
    return new Change(effect.text(), number, number == 0 ? List.of() : changes.samples(change, effect, SHOWN));
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    changes.decide(id(item), answers.approve(), answers.note(), actor);
    return Map.of(RegistryChangeProcess.VARIABLE_APPROVED, answers.approve());
  }

  private static long id(WorkItem item) {
    return Long.parseLong(item.variable(RegistryChangeProcess.VARIABLE_CHANGE_ID));
  }
}

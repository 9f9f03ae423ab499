package cn.jointinspection.process.deadlinerecomputation;

import cn.jointinspection.deadlines.limits.DeadlineChange.State;
import cn.jointinspection.deadlines.limits.Recomputation;
import cn.jointinspection.deadlines.limits.Recomputations;
import cn.jointinspection.deadlines.limits.TimeLimitVersions;
import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.platform.Actor;
import cn.jointinspection.platform.Page;
import cn.jointinspection.platform.StaffAddresses;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 决定是否重算在办事项: what a new table of limits would change in running work, yes or no with a reason (六). */
@Component
class DecideRecomputationForm extends TaskForm<DecideRecomputationForm.Answers> {

  /** The form shows so many; the page of time limits shows all. */
  private static final int SHOWN = 200;

  private final Recomputations recomputations;
  private final TimeLimitVersions versions;

  DecideRecomputationForm(Recomputations recomputations, TimeLimitVersions versions) {
    super(DeadlineRecomputationProcess.USER_TASK_DECIDE_RECOMPUTATION, item -> subject(id(item), recomputations));
    this.recomputations = recomputations;
    this.versions = versions;
  }

  record Answers(
      @NotNull(message = "请选择重算或不重算") Boolean recompute,
      @NotBlank(message = "请填写理由") @Size(max = 1000, message = "理由不得超过 1000 字") String reason) {}

  /** @param newDue null where the deadline stays */
  record Wait(String name, String businessKey, Instant oldDue, Instant newDue, String note) {}

  /** @param page where all of them are listed */
  record View(int version, String by, String why, long changing, long kept, List<Wait> changes, List<Wait> keeps,
      String page) {}

  private static String subject(long id, Recomputations recomputations) {
    return "时限表已改为第 %d 版，%d 件在办事项的期限会变".formatted(
        recomputations.get(id).version(), recomputations.counts(id).getOrDefault(State.OFFERED, 0));
  }

  @Override
  public View view(WorkItem item) {
    Recomputation offer = recomputations.get(id(item));
    var version = versions.find(offer.definitionId());
    Page<Wait> changing = waits(offer.id(), State.OFFERED);
    Page<Wait> kept = waits(offer.id(), State.KEPT);
    return new View(offer.version(), version.map(TimeLimitVersions.Version::by).orElse(null),
        version.map(TimeLimitVersions.Version::reason).orElse(null), changing.total(), kept.total(), changing.items(),
        kept.items(), StaffAddresses.recomputation(offer.id()));
  }

  private Page<Wait> waits(long id, State state) {
    return recomputations.changes(id, state, 1, SHOWN)
        .map(wait -> new Wait(wait.name(), wait.businessKey(), wait.oldDue(), wait.newDue(), wait.note()));
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    recomputations.decide(id(item), answers.recompute(), answers.reason(), actor);
    return Map.of(DeadlineRecomputationProcess.VARIABLE_RECOMPUTE, answers.recompute());
  }

  private static long id(WorkItem item) {
    return Long.parseLong(item.variable(DeadlineRecomputationProcess.VARIABLE_RECOMPUTATION_ID));
  }
}

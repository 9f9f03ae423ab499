package cn.jointinspection.process.planadjustment;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.plan.PlanAdjustment;
import cn.jointinspection.platform.Actor;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 备案审查: the office files a change of the plan or refuses it (二). */
@Component
class ReviewAdjustmentForm extends TaskForm<ReviewAdjustmentForm.Answers> {

  private final AdjustmentDesk desk;
  private final AdjustmentFacts facts;

  ReviewAdjustmentForm(AdjustmentDesk desk, AdjustmentFacts facts) {
    super(PlanAdjustmentProcess.USER_TASK_REVIEW_ADJUSTMENT, facts::subject);
    this.desk = desk;
    this.facts = facts;
  }

  /** @param note needed with a refusal */
  record Answers(
      @NotNull(message = "请选择备案或不予备案") Boolean file,
      @Size(max = 1000, message = "意见不得超过 1000 字") String note) {}

  /** @param impossible why it cannot be filed as things stand; null if it can */
  record View(AdjustmentFacts.Facts adjustment, String impossible) {}

  @Override
  public View view(WorkItem item) {
    PlanAdjustment adjustment = facts.adjustment(item);
    return new View(facts.of(adjustment), facts.impossible(adjustment));
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    long id = facts.adjustment(item).id();
    if (answers.file()) {
      desk.file(id, answers.note(), actor);
    } else {
      desk.refuse(id, answers.note(), actor);
    }
    return Map.of(PlanAdjustmentProcess.VARIABLE_FILED, answers.file());
  }
}

package cn.jointinspection.process.planadjustment;

import cn.jointinspection.engine.forms.TaskForm;
import cn.jointinspection.engine.forms.WorkItem;
import cn.jointinspection.plan.ItemChange;
import cn.jointinspection.plan.PlanAdjustment;
import cn.jointinspection.platform.Actor;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 答复备案意见: the applicant takes note of a refusal, or applies again (二). */
@Component
class AnswerRefusalForm extends TaskForm<AnswerRefusalForm.Answers> {

  private final AdjustmentDesk desk;
  private final AdjustmentFacts facts;

  AnswerRefusalForm(AdjustmentDesk desk, AdjustmentFacts facts) {
    super(PlanAdjustmentProcess.USER_TASK_ANSWER_REFUSAL, facts::subject);
    this.desk = desk;
    this.facts = facts;
  }

  /** @param change and reason are needed to apply again */
  record Answers(
      @NotNull(message = "请选择知悉或重新申请") Boolean again,
      ItemChange change,
      @Size(max = 1000, message = "理由不得超过 1000 字") String reason) {

    @AssertTrue(message = "重新申请须写明调整的内容和理由")
    boolean isComplete() {
      return !Boolean.TRUE.equals(again) || change != null && reason != null && !reason.isBlank();
    }
  }

  record Defaults(ItemChange change, String reason) {}

  record View(
      AdjustmentFacts.Facts adjustment, String refusal, String refusedBy, Instant refusedAt, Defaults defaults) {}

  @Override
  public View view(WorkItem item) {
    PlanAdjustment adjustment = facts.adjustment(item);
    PlanAdjustment.Step refused = adjustment.reviewed();
    return new View(facts.of(adjustment), refused.note(), refused.name(), refused.at(),
        new Defaults(adjustment.change(), adjustment.reason()));
  }

  @Override
  protected Map<String, Object> complete(WorkItem item, Answers answers, Actor actor) {
    long id = facts.adjustment(item).id();
    if (answers.again()) {
      desk.requestAgain(id, answers.change(), answers.reason(), actor);
    } else {
      desk.acknowledge(id, actor);
    }
    return Map.of(PlanAdjustmentProcess.VARIABLE_ASKED_AGAIN, answers.again());
  }
}
